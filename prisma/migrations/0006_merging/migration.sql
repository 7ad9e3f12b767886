-- Two records of one child become one. The ledger and the timeline are append-only for the application; whose they are
-- changes only here.
grant create on schema public to cartwheel_system;

create function sd_merge_students(p_keep uuid, p_merge uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_center uuid := nullif(current_setting('app.center_id', true), '')::uuid;
  v_both record;
  v_lead uuid;
  v_merged_lead uuid;
  t text;
begin
  perform 1 from public.students where center_id = v_center and id in (p_keep, p_merge) order by id for update;
  select s.name, s.date into v_both from public.class_sessions s
  where s.center_id = v_center and (
    (exists (select from public.bookings b where b.center_id = v_center and b.session_id = s.id and b.student_id = p_keep and b.status <> 'CANCELLED')
      and exists (select from public.bookings b where b.center_id = v_center and b.session_id = s.id and b.student_id = p_merge and b.status <> 'CANCELLED'))
    or (exists (select from public.attendance_marks m where m.center_id = v_center and m.session_id = s.id and m.student_id = p_keep)
      and exists (select from public.attendance_marks m where m.center_id = v_center and m.session_id = s.id and m.student_id = p_merge)))
  order by s.starts_at limit 1;
  if found then
    perform public.refuse('already_booked', format('Both have a seat in %s on %s; take one of them out first', v_both.name, v_both.date));
  end if;

  -- A child has one open enquiry: what belongs to the second one continues in the first.
  select id into v_lead from public.leads where center_id = v_center and student_id = p_keep and status not in ('ENROLLED', 'DEAD_LEAD');
  select id into v_merged_lead from public.leads where center_id = v_center and student_id = p_merge and status not in ('ENROLLED', 'DEAD_LEAD');
  if v_lead is not null and v_merged_lead is not null then
    foreach t in array array['intro_visits', 'follow_ups', 'bookings', 'timeline_entries'] loop
      execute format('update public.%I set lead_id = $1 where center_id = $2 and lead_id = $3', t) using v_lead, v_center, v_merged_lead;
    end loop;
    update public.leads set status = 'DEAD_LEAD', status_since = public.app_now(), dead_reason = 'OTHER',
      dead_note = 'The same child asked twice; this continues in the other enquiry'
    where center_id = v_center and id = v_merged_lead;
  end if;

  delete from public.family_links m where m.center_id = v_center and m.student_id = p_merge and exists (
    select from public.family_links k
    join public.guardians kg on kg.center_id = k.center_id and kg.id = k.guardian_id
    join public.guardians mg on mg.center_id = m.center_id and mg.id = m.guardian_id
    where k.center_id = v_center and k.student_id = p_keep
      and (kg.id = mg.id or (kg.phone_e164 = mg.phone_e164 and kg.search_name = mg.search_name)));
  update public.family_links set is_primary = false where center_id = v_center and student_id = p_merge and is_primary
    and exists (select from public.family_links k where k.center_id = v_center and k.student_id = p_keep and k.is_primary);

  foreach t in array array['family_links', 'leads', 'intro_visits', 'follow_ups', 'bookings', 'session_spots', 'attendance_marks',
    'enrollments', 'credit_lots', 'credit_entries', 'invoices', 'payments', 'timeline_entries', 'import_rows'] loop
    execute format('update public.%I set student_id = $1 where center_id = $2 and student_id = $3', t) using p_keep, v_center, p_merge;
  end loop;

  update public.students k set
    last_name = coalesce(k.last_name, m.last_name), dob = coalesce(k.dob, m.dob),
    birth_year = case when coalesce(k.dob, m.dob) is null then coalesce(k.birth_year, m.birth_year) end,
    search_name = case when k.last_name is null and m.last_name is not null
      then public.search_form(k.first_name || ' ' || m.last_name) else k.search_name end,
    school = coalesce(k.school, m.school), interests = array(select distinct unnest(k.interests || m.interests)),
    notes = nullif(concat_ws(E'\n', k.notes, m.notes), ''), medical_notes = nullif(concat_ws(E'\n', k.medical_notes, m.medical_notes), ''),
    archived_at = case when m.archived_at is null then null else k.archived_at end
  from public.students m where k.center_id = v_center and k.id = p_keep and m.center_id = v_center and m.id = p_merge;
  update public.students set archived_at = coalesce(archived_at, public.app_now()), merged_into_id = p_keep
  where center_id = v_center and id = p_merge;
end $$;
alter function sd_merge_students owner to cartwheel_system;

revoke create on schema public from cartwheel_system;

-- Whole files of families are looked up by what they are reached at, whoever has no phone by e-mail.
create index guardians_center_id_email_idx on guardians (center_id, email);

-- As before, but a child whom somebody rated since keeps its ratings, which are in no trail, and classes that an import wrote
-- down go with their last mark.
-- Takes an import back, child by child. Whose records somebody has worked with since keeps all that was imported, and is
-- answered. What the house itself did since (seats in new sessions, the nightly marks) is no work of anybody.
create or replace function sd_undo_import(p_import uuid) returns table (entity text, entity_id text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_center uuid := nullif(current_setting('app.center_id', true), '')::uuid;
  v_student uuid;
  v_change record;
begin
  perform set_config('app.undoing', 'on', true);
  drop table if exists pg_temp.import_changes, pg_temp.later_changes, pg_temp.house_inserts, pg_temp.kept_students;

  -- The first change of each row says what it was before. Seats and counters are told by what remains.
  create temp table import_changes on commit drop as
  select distinct on (a.entity, a.entity_id) a.id, a.entity, a.entity_id, a.action, a.before, a.after,
    case when a.entity = 'students' then a.entity_id::uuid else (a.after ->> 'student_id')::uuid end as student_id
  from public.audit_log a where a.center_id = v_center and a.import_id = p_import and a.entity <> 'session_spots'
  order by a.entity, a.entity_id, a.id;
  create index on pg_temp.import_changes (entity_id);
  update pg_temp.import_changes c set student_id = p.student_id from pg_temp.import_changes p
  where c.student_id is null and p.entity in ('enrollments', 'invoices')
    and p.entity_id = coalesce(c.after ->> 'enrollment_id', c.after ->> 'invoice_id');
  create index on pg_temp.import_changes (student_id);
  analyze pg_temp.import_changes;

  create temp table later_changes on commit drop as
  select a.id, a.entity, a.entity_id, a.action, a.after, coalesce(a.after, a.before) as whole,
    a.actor_id is null or (a.entity = 'bookings' and a.action = 'INSERT' and a.after ->> 'kind' = 'ENROLLED') as by_the_house
  from public.audit_log a where a.center_id = v_center and a.import_id is distinct from p_import
    and a.id > (select min(i.id::text)::uuid from public.audit_log i where i.center_id = v_center and i.import_id = p_import);
  -- What came and went since is no trace of anybody.
  delete from pg_temp.later_changes l using pg_temp.later_changes gone
  where gone.action = 'DELETE' and gone.entity = l.entity and gone.entity_id = l.entity_id
    and not exists (select from pg_temp.import_changes c where c.entity = l.entity and c.entity_id = l.entity_id);
  create index on pg_temp.later_changes (entity_id);
  analyze pg_temp.later_changes;

  -- What the house added about each child since; looked up once, as there may be thousands of both.
  create temp table house_inserts on commit drop as
  select distinct on (l.id, c.student_id) l.id, l.entity, l.action, l.after, c.student_id from pg_temp.later_changes l
  cross join lateral (values (l.after ->> 'student_id'), (l.after ->> 'enrollment_id'), (l.after ->> 'lead_id'), (l.after ->> 'invoice_id')) named (id)
  join pg_temp.import_changes c on c.entity_id = named.id and c.action = 'INSERT' and c.student_id is not null
  where l.by_the_house and l.action = 'INSERT' and l.entity not in ('bookings', 'timeline_entries');
  create index on pg_temp.house_inserts (student_id);

  create temp table kept_students (student_id uuid primary key) on commit drop;
  insert into pg_temp.kept_students
  select c.student_id from pg_temp.later_changes l join pg_temp.import_changes c on c.entity = l.entity and c.entity_id = l.entity_id
  where not l.by_the_house and c.student_id is not null
  union
  select c.student_id from pg_temp.later_changes l
  cross join lateral (values (l.whole ->> 'student_id'), (l.whole ->> 'lead_id'), (l.whole ->> 'enrollment_id'), (l.whole ->> 'invoice_id'),
    (l.whole ->> 'payment_id'), (l.whole ->> 'lot_id'), (l.whole ->> 'renewed_from_id'), (l.whole ->> 'refunds_payment_id')) named (id)
  join pg_temp.import_changes c on c.entity_id = named.id and c.action = 'INSERT'
  where not l.by_the_house and c.student_id is not null
  union
  select c.student_id from public.timeline_entries t
  join pg_temp.import_changes c on c.action = 'INSERT' and c.entity in ('students', 'leads') and c.entity_id in (t.student_id::text, t.lead_id::text)
  where t.center_id = v_center and t.created_by is not null
    and not exists (select from pg_temp.import_changes own where own.entity = 'timeline_entries' and own.entity_id = t.id::text)
  union
  select f.student_id from pg_temp.later_changes l
  join pg_temp.import_changes c on c.entity = 'guardians' and l.entity = c.entity and l.entity_id = c.entity_id
  join public.family_links f on f.center_id = v_center and f.guardian_id = c.entity_id::uuid
  where not l.by_the_house and exists (select from pg_temp.import_changes own where own.student_id = f.student_id);

  insert into pg_temp.kept_students
  select distinct c.student_id from pg_temp.import_changes c
  join public.skill_assessments a on a.center_id = v_center and a.student_id = c.student_id and a.id > c.entity_id::uuid
  where c.entity = 'skill_assessments'
    and not exists (select from pg_temp.import_changes own where own.entity = 'skill_assessments' and own.entity_id = a.id::text)
  on conflict do nothing;

  for v_student in
    select distinct c.student_id from pg_temp.import_changes c
    where c.student_id is not null and not exists (select from pg_temp.kept_students k where k.student_id = c.student_id)
  loop
    begin
      update public.session_spots s set state = 'free', student_id = null, booking_id = null
      from public.bookings b join pg_temp.import_changes c on c.student_id = v_student and c.entity = 'enrollments' and c.entity_id = b.enrollment_id::text
      where b.center_id = v_center and b.student_id = v_student
        and s.center_id = b.center_id and s.session_id = b.session_id and s.booking_id = b.id;
      delete from public.bookings b using pg_temp.import_changes c
      where b.center_id = v_center and b.student_id = v_student
        and c.student_id = v_student and c.entity = 'enrollments' and c.entity_id = b.enrollment_id::text;
      delete from public.timeline_entries t using pg_temp.import_changes c
      where t.center_id = v_center and t.student_id = v_student and t.created_by is null
        and c.student_id = v_student and c.action = 'INSERT' and c.entity in ('students', 'leads') and c.entity_id in (t.student_id::text, t.lead_id::text);
      for v_change in select * from pg_temp.house_inserts h where h.student_id = v_student order by h.id desc
      loop
        perform revert_change(v_change.entity, v_change.action, null, v_change.after);
      end loop;
      for v_change in select * from pg_temp.import_changes c where c.student_id = v_student order by c.id desc loop
        perform revert_change(v_change.entity, v_change.action, v_change.before, v_change.after);
      end loop;
    exception when foreign_key_violation then
      insert into pg_temp.kept_students values (v_student);
    end;
  end loop;

  -- Classes go with their last mark, unless somebody has changed them or anything else speaks of them.
  for v_change in
    select c.entity_id::uuid as id from pg_temp.import_changes c
    where c.entity = 'class_sessions' and c.action = 'INSERT'
      and not exists (select from pg_temp.later_changes l where l.entity = c.entity and l.entity_id = c.entity_id and not l.by_the_house)
  loop
    begin
      delete from public.session_spots where center_id = v_center and session_id = v_change.id and state = 'free';
      delete from public.class_sessions where center_id = v_center and id = v_change.id;
    exception when foreign_key_violation then null;
    end;
  end loop;

  -- Guardians go with their last child.
  delete from public.guardians g using pg_temp.import_changes c
  where g.center_id = v_center and c.entity = 'guardians' and c.action = 'INSERT' and g.id = c.entity_id::uuid
    and not exists (select from public.family_links f where f.center_id = g.center_id and f.guardian_id = g.id);

  -- A series goes on behind the invoices that are left.
  update public.invoice_counters n set last_number = greatest(coalesce((c.before ->> 'last_number')::int, 0), coalesce((
    select max(i.sequence) from public.invoices i
    where i.center_id = n.center_id and i.series = n.series and i.financial_year = n.financial_year), 0))
  from pg_temp.import_changes c where c.entity = 'invoice_counters' and n.center_id = v_center
    and n.series = c.after ->> 'series' and n.financial_year = c.after ->> 'financial_year';
  delete from public.invoice_counters n using pg_temp.import_changes c
  where c.entity = 'invoice_counters' and c.action = 'INSERT' and n.center_id = v_center
    and n.series = c.after ->> 'series' and n.financial_year = c.after ->> 'financial_year' and n.last_number = 0;
  perform set_config('app.undoing', '', true);
  return query select 'students', k.student_id::text from pg_temp.kept_students k;
end $$;

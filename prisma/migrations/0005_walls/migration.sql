-- The walls between centers, by role. See docs/decisions.
revoke all on schema public from public;
grant usage on schema public to cartwheel_app, cartwheel_hq, cartwheel_lookup, cartwheel_relay, cartwheel_system, cartwheel_backup;
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to cartwheel_app, cartwheel_hq, cartwheel_lookup, cartwheel_relay, cartwheel_system;
grant select on all tables in schema public to cartwheel_backup;
alter default privileges in schema public grant select on tables to cartwheel_backup;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant execute on functions to cartwheel_app, cartwheel_hq, cartwheel_lookup, cartwheel_relay, cartwheel_system;

-- Gives a center's table its walls: nothing can widen a restrictive policy. `may` lists what the application may do beside
-- reading. `organization_wide` tables are also written before a center is chosen, but only within the organization.
create procedure wall_center_table(target regclass, may text, organization_wide boolean default false) language plpgsql as $$
declare
  own constant text := $p$center_id = (select nullif(current_setting('app.center_id', true), '')::uuid)$p$;
  wide constant text := $p$ or ((select nullif(current_setting('app.center_id', true), '')) is null and center_id in (select id from centers))$p$;
  rule text := own || case when organization_wide then wide else '' end;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy center_wall on %s as restrictive for all to cartwheel_app, cartwheel_system using (%s) with check (%s)', target, rule, rule);
  execute format('create policy center_rows on %s for all to cartwheel_app, cartwheel_system using (true) with check (true)', target);
  execute format('create policy hq_reads on %s for select to cartwheel_hq using (center_id in (select id from centers))', target);
  execute format('grant select, %s on %s to cartwheel_app', may, target);
  execute format('grant select on %s to cartwheel_hq', target);
  execute format('grant select, insert, update, delete on %s to cartwheel_system', target);
end $$;

do $$
declare t text;
begin
  foreach t in array array['students', 'guardians', 'leads', 'intro_visits', 'follow_ups', 'batches', 'bookings', 'enrollments',
    'credit_lots', 'invoices', 'invoice_lines', 'discounts', 'payments', 'invoice_counters', 'imports', 'dead_letters'] loop
    call wall_center_table(t::regclass, 'insert, update');
  end loop;
  foreach t in array array['closures', 'family_links', 'batch_trainers', 'standing_places', 'class_sessions', 'session_spots',
    'enrollment_batches', 'attendance_marks', 'payment_allocations', 'import_files', 'import_rows'] loop
    call wall_center_table(t::regclass, 'insert, update, delete');
  end loop;
  foreach t in array array['timeline_entries', 'credit_entries', 'handled_events', 'center_nights'] loop
    call wall_center_table(t::regclass, 'insert');
  end loop;
  call wall_center_table('outbox_events', 'insert, update', organization_wide => true);
  call wall_center_table('assignments', 'insert, update, delete', organization_wide => true);
  call wall_center_table('center_settings', 'insert', organization_wide => true);
  call wall_center_table('audit_log', 'insert', organization_wide => true);
end $$;
-- The trail is written, never rewritten, by whoever changes something.
revoke update, delete on audit_log from cartwheel_system;

-- Trainers never see money, whatever code asks.
do $$
declare t text;
begin
  foreach t in array array['invoices', 'invoice_lines', 'discounts', 'payments', 'payment_allocations', 'invoice_counters'] loop
    execute format($p$create policy no_money_for_trainers on %I as restrictive for all to cartwheel_app
      using ((select current_setting('app.role', true)) is distinct from 'TRAINER')
      with check ((select current_setting('app.role', true)) is distinct from 'TRAINER')$p$, t);
  end loop;
end $$;

-- What belongs to the organization.
alter table organizations enable row level security;
alter table organizations force row level security;
create policy own on organizations as restrictive for all to cartwheel_app, cartwheel_hq
  using (id = (select nullif(current_setting('app.organization_id', true), '')::uuid))
  with check (id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
create policy rows on organizations for all to cartwheel_app, cartwheel_hq, cartwheel_lookup using (true) with check (true);
grant select on organizations to cartwheel_app, cartwheel_hq;
grant select, insert on organizations to cartwheel_lookup;

alter table centers enable row level security;
alter table centers force row level security;
create policy own on centers as restrictive for all to cartwheel_app, cartwheel_system
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)
    and ((select nullif(current_setting('app.center_id', true), '')) is null or id = (select nullif(current_setting('app.center_id', true), '')::uuid)))
  with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)
    and ((select nullif(current_setting('app.center_id', true), '')) is null or id = (select nullif(current_setting('app.center_id', true), '')::uuid)));
create policy own_organization on centers as restrictive for all to cartwheel_hq
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
create policy rows on centers for all to cartwheel_app, cartwheel_hq, cartwheel_lookup, cartwheel_system using (true) with check (true);
create policy nights on centers for select to cartwheel_relay using (true);
grant select, insert, update on centers to cartwheel_app;
grant select on centers to cartwheel_hq, cartwheel_system;
grant select, insert on centers to cartwheel_lookup;
grant select (id, timezone, archived_at) on centers to cartwheel_relay;

alter table users enable row level security;
alter table users force row level security;
create policy own on users as restrictive for all to cartwheel_app, cartwheel_hq
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
create policy rows on users for all to cartwheel_app, cartwheel_hq, cartwheel_lookup using (true) with check (true);
-- The hash of a password is for the look-up role alone.
grant select (id, organization_id, name, email, email_norm, phone, status, is_super_admin, last_seen_at, version, created_at, created_by, updated_at, updated_by) on users to cartwheel_app, cartwheel_hq;
grant insert (organization_id, name, email, email_norm, phone, status, is_super_admin) on users to cartwheel_app;
grant update (name, phone, status, is_super_admin) on users to cartwheel_app;
grant select, insert, update on users to cartwheel_lookup;

alter table plans enable row level security;
alter table plans force row level security;
create policy own on plans as restrictive for all to cartwheel_app, cartwheel_system
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)
    and (center_id is null or (select nullif(current_setting('app.center_id', true), '')) is null or center_id = (select nullif(current_setting('app.center_id', true), '')::uuid)))
  -- From inside a center only the center's own plans are written.
  with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)
    and center_id is not distinct from (select nullif(current_setting('app.center_id', true), '')::uuid));
create policy own_organization on plans as restrictive for all to cartwheel_hq
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
create policy rows on plans for all to cartwheel_app, cartwheel_hq, cartwheel_system using (true) with check (true);
grant select, insert, update on plans to cartwheel_app;
grant select on plans to cartwheel_hq, cartwheel_system;

alter table organization_audit_log enable row level security;
alter table organization_audit_log force row level security;
create policy own on organization_audit_log as restrictive for all to cartwheel_app, cartwheel_hq
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid))
  with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
create policy rows on organization_audit_log for all to cartwheel_app, cartwheel_hq, cartwheel_lookup using (true) with check (true);
grant select, insert on organization_audit_log to cartwheel_app;
grant select on organization_audit_log to cartwheel_hq;
grant insert on organization_audit_log to cartwheel_lookup;

alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy own_scope on idempotency_keys as restrictive for all to cartwheel_app
  using (scope_id = (select coalesce(nullif(current_setting('app.center_id', true), '')::uuid, nullif(current_setting('app.organization_id', true), '')::uuid)))
  with check (scope_id = (select coalesce(nullif(current_setting('app.center_id', true), '')::uuid, nullif(current_setting('app.organization_id', true), '')::uuid)));
create policy rows on idempotency_keys for all to cartwheel_app using (true) with check (true);
create policy expired on idempotency_keys for all to cartwheel_relay using (created_at < now() - interval '24 hours');
grant select, insert, update, delete on idempotency_keys to cartwheel_app;
grant select, delete on idempotency_keys to cartwheel_relay;

-- Before anybody is known: signing in, links in mails, counting attempts. Nobody else reads these.
do $$
declare t text;
begin
  foreach t in array array['login_sessions', 'refresh_tokens', 'mailed_tokens', 'throttles', 'mailbox_messages'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy lookup on %I for all to cartwheel_lookup using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to cartwheel_lookup', t);
  end loop;
end $$;
create policy lookup on assignments for all to cartwheel_lookup using (true) with check (true);
create policy lookup on center_settings for all to cartwheel_lookup using (true) with check (true);
create policy lookup on audit_log for insert to cartwheel_lookup with check (true);
grant select, insert on assignments, center_settings to cartwheel_lookup;
grant insert on audit_log to cartwheel_lookup;

-- The relay carries facts to the queue, and knows nights.
create policy relay on outbox_events for all to cartwheel_relay using (true) with check (true);
create policy relay on center_nights for all to cartwheel_relay using (true) with check (true);
grant select, insert, update, delete on outbox_events to cartwheel_relay;
grant select, insert on center_nights to cartwheel_relay;

-- The view runs as whoever asks.
grant select on enrollment_states to cartwheel_app, cartwheel_hq, cartwheel_system;

-- To own a function one must be able to create one.
grant create on schema public to cartwheel_system;

-- Which of these enrollments still owe money: a yes or no, for those who may not see the amounts.
create function sd_unpaid_enrollments(p_enrollments uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.enrollment_id from public.invoices i
  left join lateral (select sum(a.amount_minor) as paid from public.payment_allocations a
                     where a.center_id = i.center_id and a.invoice_id = i.id) p on true
  where i.center_id = (select nullif(current_setting('app.center_id', true), '')::uuid)
    and i.enrollment_id = any (p_enrollments) and i.voided_at is null and i.total_minor > coalesce(p.paid, 0)
$$;
alter function sd_unpaid_enrollments owner to cartwheel_system;

-- Takes back one change that is told in the trail. The key is given as values, so that its index is used.
create function revert_change(p_entity text, p_action text, p_before jsonb, p_after jsonb) returns void language plpgsql as $$
declare v_key text; v_columns text;
begin
  select string_agg(format('%1$I = ($1 ->> %1$L)::%2$s', att.attname, format_type(att.atttypid, att.atttypmod)), ' and ') into v_key
  from pg_index i join pg_attribute att on att.attrelid = i.indrelid and att.attnum = any (i.indkey)
  where i.indrelid = p_entity::regclass and i.indisprimary;
  if p_action = 'INSERT' then
    execute format('delete from public.%I where %s', p_entity, v_key) using p_after;
  else
    select string_agg(quote_ident(attname), ', ') into v_columns from pg_attribute
    where attrelid = p_entity::regclass and attnum > 0 and not attisdropped;
    execute format('update public.%1$I set (%2$s) = (select %2$s from jsonb_populate_record(null::public.%1$I, $1)) where %3$s',
      p_entity, v_columns, v_key) using p_before;
  end if;
end $$;

-- Takes an import back, child by child. Whose records somebody has worked with since keeps all that was imported, and is
-- answered. What the house itself did since (seats in new sessions, the nightly marks) is no work of anybody.
create function sd_undo_import(p_import uuid) returns table (entity text, entity_id text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_center uuid := nullif(current_setting('app.center_id', true), '')::uuid;
  v_student uuid;
  v_change record;
begin
  perform set_config('app.undoing', 'on', true);
  drop table if exists pg_temp.import_changes, pg_temp.later_changes, pg_temp.kept_students;

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
      for v_change in
        select l.entity, l.action, l.after from pg_temp.later_changes l
        where l.by_the_house and l.action = 'INSERT' and l.entity not in ('bookings', 'timeline_entries') and exists (
          select from pg_temp.import_changes c where c.student_id = v_student and c.action = 'INSERT'
            and c.entity_id in (l.after ->> 'student_id', l.after ->> 'enrollment_id', l.after ->> 'lead_id', l.after ->> 'invoice_id'))
        order by l.id desc
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
alter function sd_undo_import owner to cartwheel_system;

revoke create on schema public from cartwheel_system;

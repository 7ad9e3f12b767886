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
    'credit_lots', 'invoices', 'invoice_lines', 'discounts', 'payments', 'invoice_counters', 'imports', 'dead_letters', 'outbox_events'] loop
    call wall_center_table(t::regclass, 'insert, update');
  end loop;
  foreach t in array array['closures', 'family_links', 'batch_trainers', 'standing_places', 'class_sessions', 'session_spots',
    'enrollment_batches', 'attendance_marks', 'payment_allocations', 'import_files', 'import_rows'] loop
    call wall_center_table(t::regclass, 'insert, update, delete');
  end loop;
  foreach t in array array['timeline_entries', 'credit_entries', 'handled_events', 'center_nights'] loop
    call wall_center_table(t::regclass, 'insert');
  end loop;
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

-- Takes an import back, newest change first. A row that someone changed since stays and is answered.
create function sd_undo_import(p_import uuid) returns table (entity text, entity_id text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_center uuid := nullif(current_setting('app.center_id', true), '')::uuid;
  v_key text;
  v_set text;
  e record;
begin
  perform set_config('app.undoing', 'on', true);
  create temp table if not exists kept_rows (entity text, entity_id text, primary key (entity, entity_id)) on commit drop;
  truncate kept_rows;
  insert into kept_rows select distinct a.entity, a.entity_id from public.audit_log a
  where a.center_id = v_center and a.import_id = p_import and exists (
    select from public.audit_log later where later.center_id = v_center and later.entity = a.entity and later.entity_id = a.entity_id
      and later.import_id is distinct from p_import and later.id > a.id);
  for e in select * from public.audit_log a where a.center_id = v_center and a.import_id = p_import order by a.id desc loop
    if exists (select from kept_rows k where k.entity = e.entity and k.entity_id = e.entity_id) then continue; end if;
    select string_agg(format('t.%1$I = r.%1$I', att.attname), ' and ') into v_key
    from pg_index i join pg_attribute att on att.attrelid = i.indrelid and att.attnum = any (i.indkey)
    where i.indrelid = e.entity::regclass and i.indisprimary;
    begin
      if e.action = 'INSERT' then
        execute format('delete from public.%I t using jsonb_populate_record(null::public.%I, $1) r where %s', e.entity, e.entity, v_key) using e.after;
      elsif e.action = 'DELETE' then
        execute format('insert into public.%I select r.* from jsonb_populate_record(null::public.%I, $1) r', e.entity, e.entity) using e.before;
      else
        select string_agg(format('%1$I = r.%1$I', attname), ', ') into v_set from pg_attribute
        where attrelid = e.entity::regclass and attnum > 0 and not attisdropped;
        execute format('update public.%I t set %s from jsonb_populate_record(null::public.%I, $1) r where %s', e.entity, v_set, e.entity, v_key) using e.before;
      end if;
    exception when foreign_key_violation then
      insert into kept_rows values (e.entity, e.entity_id) on conflict do nothing;
    end;
  end loop;
  perform set_config('app.undoing', '', true);
  return query select k.entity, k.entity_id from kept_rows k;
end $$;
alter function sd_undo_import owner to cartwheel_system;

revoke create on schema public from cartwheel_system;

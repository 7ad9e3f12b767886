-- Files of thousands of rows, and classes of thirty: the trail is written once per statement instead of once per row, and an
-- import goes back table by table.

-- From PostgreSQL 18 on the server makes such ids itself, thirty times as fast.
do $$
begin
  if to_regprocedure('pg_catalog.uuidv7()') is not null then
    create or replace function uuid_v7() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  end if;
end $$;

-- As before; where a table has no id its key comes with the trigger, instead of being looked up for each row.
create or replace function audit_row() returns trigger language plpgsql as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  now_is jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  whole jsonb := coalesce(now_is, was);
  row_key text := coalesce(whole ->> 'id', key_in(whole, coalesce(tg_argv[1], key_of(tg_relid)::text)::text[]));
begin
  if tg_op = 'UPDATE' and coalesce(current_setting('app.import_id', true), '') = ''
     and was - 'updated_at' - 'updated_by' - 'version' = now_is - 'updated_at' - 'updated_by' - 'version' then
    return null;
  end if;
  if tg_argv[0] = 'organization' then
    insert into organization_audit_log (organization_id, entity, entity_id, action, actor_id, request_id, before, after)
    values (coalesce(whole ->> 'organization_id', whole ->> 'id')::uuid, tg_table_name, row_key, tg_op, current_actor(),
            nullif(current_setting('app.request_id', true), ''), was - 'password_hash', now_is - 'password_hash');
  else
    insert into audit_log (center_id, entity, entity_id, action, actor_id, request_id, import_id, before, after)
    values ((whole ->> 'center_id')::uuid, tg_table_name, row_key, tg_op, current_actor(),
            nullif(current_setting('app.request_id', true), ''), nullif(current_setting('app.import_id', true), '')::uuid, was, now_is);
  end if;
  return null;
end $$;

-- The columns of a primary key beside the center.
create function key_of(target regclass) returns text[] language sql stable as $$
  select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = target and i.indisprimary and a.attname <> 'center_id'
$$;

create function key_in(whole jsonb, key text[]) returns text language sql immutable as $$
  select string_agg(whole ->> k.name, '/' order by k.nth) from unnest(key) with ordinality k (name, nth)
$$;

create function audit_inserts() returns trigger language plpgsql as $$
begin
  insert into audit_log (center_id, entity, entity_id, action, actor_id, request_id, import_id, after)
  select (r.whole ->> 'center_id')::uuid, tg_table_name, coalesce(r.whole ->> 'id', key_in(r.whole, tg_argv[1]::text[])), tg_op, current_actor(),
    nullif(current_setting('app.request_id', true), ''), nullif(current_setting('app.import_id', true), '')::uuid, r.whole
  from (select to_jsonb(n) as whole from new_rows n) r;
  return null;
end $$;

create function audit_deletes() returns trigger language plpgsql as $$
begin
  insert into audit_log (center_id, entity, entity_id, action, actor_id, request_id, import_id, before)
  select (r.whole ->> 'center_id')::uuid, tg_table_name, coalesce(r.whole ->> 'id', key_in(r.whole, tg_argv[1]::text[])), tg_op, current_actor(),
    nullif(current_setting('app.request_id', true), ''), nullif(current_setting('app.import_id', true), '')::uuid, r.whole
  from (select to_jsonb(o) as whole from old_rows o) r;
  return null;
end $$;

-- Updates stay row by row: a transition table does not say which old row became which new one when the key itself moves.
create procedure keep_trail(target regclass, quiet boolean, of_center boolean) language plpgsql as $$
declare
  unless_quiet text := case when quiet then $w$when (coalesce(current_setting('app.import_id', true), '') <> '')$w$ else '' end;
begin
  if not of_center then
    execute format('create trigger audit after insert or update or delete on %s for each row %s execute function audit_row(%L)',
      target, unless_quiet, 'organization');
    return;
  end if;
  execute format('create trigger audit after update on %s for each row %s execute function audit_row(%L, %L)',
    target, unless_quiet, 'center', key_of(target));
  execute format('create trigger audit_inserts after insert on %s referencing new table as new_rows for each statement %s execute function audit_inserts(%L, %L)',
    target, unless_quiet, 'center', key_of(target));
  execute format('create trigger audit_deletes after delete on %s referencing old table as old_rows for each statement %s execute function audit_deletes(%L, %L)',
    target, unless_quiet, 'center', key_of(target));
end $$;

create or replace procedure keep_history(target regclass, quiet boolean default false) language plpgsql as $$
declare
  has text[] := array(select attname::text from pg_attribute where attrelid = target and attnum > 0 and not attisdropped);
  of_center boolean := exists (select from pg_attribute where attrelid = target and attname = 'center_id' and attnotnull);
begin
  if 'updated_at' = any (has) then
    execute format('create trigger stamp before insert or update on %s for each row execute function stamp_row()', target);
  end if;
  if 'version' = any (has) and 'updated_at' = any (has) then
    execute format('create trigger version before update on %s for each row execute function next_version()', target);
  end if;
  call keep_trail(target, quiet, of_center);
end $$;

do $$
declare t record;
begin
  for t in
    select tgrelid::regclass as target, tgqual is not null as quiet from pg_trigger
    where tgname = 'audit' and tgfoid = 'audit_row'::regproc and encode(tgargs, 'escape') like 'center%'
  loop
    execute format('drop trigger audit on %s', t.target);
    call keep_trail(t.target, t.quiet, true);
  end loop;
end $$;

-- What a new row brings with it is added with its statement, behind its line in the trail: an import goes back in the order
-- of the trail, so what refers to a row has to stand behind it.
create function give_passes() returns trigger language plpgsql as $$
begin
  insert into student_passes (center_id, student_id) select center_id, id from new_rows where archived_at is null;
  return null;
end $$;
drop trigger keep_pass on students;
create trigger give_passes after insert on students referencing new table as new_rows for each statement execute function give_passes();
create trigger keep_pass after update of archived_at on students for each row execute function keep_pass();

create function open_lots() returns trigger language plpgsql as $$
begin
  insert into credit_entries (center_id, lot_id, amount, kind, student_id, created_at, created_by)
  select center_id, id, remaining, 'GRANT', student_id, app_now(), current_actor() from new_rows where remaining > 0;
  return null;
end $$;
drop trigger open_lot on credit_lots;
drop function open_lot();
create trigger open_lots after insert on credit_lots referencing new table as new_rows for each statement execute function open_lots();

-- As before for one allocation; for many of one statement, the invoices are locked and counted together.
create function guard_new_allocations() returns trigger language plpgsql as $$
declare v_settled bigint;
begin
  perform from invoices i
  where exists (select from new_rows n where n.center_id = i.center_id and n.invoice_id = i.id) order by i.id for update;
  select s.settled into v_settled from (select distinct center_id, invoice_id from new_rows) n
  join invoices i on i.center_id = n.center_id and i.id = n.invoice_id
  cross join lateral (select coalesce(sum(a.amount_minor), 0) as settled from payment_allocations a
                      where a.center_id = n.center_id and a.invoice_id = n.invoice_id) s
  where s.settled not between 0 and i.total_minor limit 1;
  if v_settled < 0 then perform refuse('amount_too_high', 'More than was paid cannot be given back'); end if;
  if found then perform refuse('amount_too_high', 'An invoice cannot be settled by more than its total'); end if;
  return null;
end $$;
drop trigger guard_allocation on payment_allocations;
create trigger guard_allocation after update on payment_allocations for each row execute function guard_allocation();
create trigger guard_new_allocations after insert on payment_allocations referencing new table as new_rows
  for each statement execute function guard_new_allocations();

create function fill_by_new_allocations() returns trigger language plpgsql as $$
begin
  perform fill_installments(n.center_id, n.invoice_id) from (select distinct center_id, invoice_id from new_rows) n
  where exists (select from installments i where i.center_id = n.center_id and i.invoice_id = n.invoice_id);
  return null;
end $$;
drop trigger keep_installments_filled on payment_allocations;
create trigger keep_installments_filled after update or delete on payment_allocations
  for each row execute function keep_installments_filled();
create trigger fill_by_new_allocations after insert on payment_allocations referencing new table as new_rows
  for each statement execute function fill_by_new_allocations();

-- As before, in a language that keeps the plan of what it asks: a statement asks for the day of its center up to twenty times,
-- and each time cost as much as a short statement.
create or replace function center_today() returns date language plpgsql stable as $$
begin
  return (select (app_now() at time zone timezone)::date from centers where id = current_center());
end $$;

-- As before, in a language that keeps its plan: a roster asks it for everybody on it.
create or replace function sd_unpaid_enrollments(p_enrollments uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
  select i.enrollment_id from public.invoices i
  left join lateral (select sum(a.amount_minor) as paid from public.payment_allocations a
                     where a.center_id = i.center_id and a.invoice_id = i.id) p on true
  where i.center_id = (select nullif(current_setting('app.center_id', true), '')::uuid)
    and i.enrollment_id = any (p_enrollments) and i.voided_at is null and i.total_minor > coalesce(p.paid, 0)
    and (exists (select from public.installments n where n.center_id = i.center_id and n.invoice_id = i.id
                 and n.paid_minor < n.amount_minor and n.due_date < (select public.center_today()))
      or not exists (select from public.installments n where n.center_id = i.center_id and n.invoice_id = i.id));
end $$;

-- Looks again at tables that are four times as large as when somebody last did: what is planned for a nearly empty table, and
-- kept, goes through it row by row. Autovacuum comes once a minute, and an import writes thousands of rows in that time.
create function sd_refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare v_table regclass;
begin
  for v_table in
    select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and pg_relation_size(oid) > 4 * greatest(relpages, 4) * current_setting('block_size')::int
  loop
    execute format('analyze (skip_locked) %s', v_table);
  end loop;
end $$;

-- As before; within a center its day is asked for once instead of once per enrollment.
create or replace view enrollment_states with (security_invoker = true) as
select e.center_id, e.id, e.student_id, e.plan_id, e.plan_name, e.plan_type, e.start_date, e.end_date, e.visits_included,
  e.days_selected, e.price_minor, e.notes, e.renewed_from_id, e.cancelled_at, e.cancel_reason, e.expired_on, e.version,
  e.created_at, e.created_by, e.updated_at, e.updated_by,
  lot.quantity / 100.0 - lot.remaining / 100.0 as visits_used, lot.remaining / 100.0 as visits_left,
  case
    when e.cancelled_at is not null then 'CANCELLED'
    when e.start_date > today.day then 'PENDING'
    when e.end_date < today.day or lot.remaining <= 0 then 'EXPIRED'
    when exists (select from enrollment_freezes f where f.center_id = e.center_id and f.enrollment_id = e.id
      and today.day between f.from_date and f.to_date) then 'PAUSED'
    else 'ACTIVE'
  end as status,
  e.freeze_days_allowed,
  case when e.cancelled_at is null then (
    select f.to_date from enrollment_freezes f where f.center_id = e.center_id and f.enrollment_id = e.id
      and today.day between f.from_date and f.to_date) end as paused_until
from enrollments e
cross join lateral (select case when e.center_id = (select current_center()) then (select center_today())
  else (select (app_now() at time zone c.timezone)::date from centers c where c.id = e.center_id) end as day) today
left join lateral (
  select sum(quantity)::int as quantity, sum(remaining)::int as remaining from credit_lots l
  where l.center_id = e.center_id and l.enrollment_id = e.id) lot on true;

-- Takes back students of whom an import made everything there is, and what the house added since; the tables that refer to
-- others first. Reads the temporary tables of sd_undo_import.
create function undo_new_students(p_center uuid, p_students uuid[]) returns void language plpgsql as $$
declare v_entity record;
begin
  update public.session_spots s set state = 'free', student_id = null, booking_id = null
  from public.bookings b join pg_temp.import_changes c on c.student_id = any (p_students) and c.entity = 'enrollments' and c.entity_id = b.enrollment_id::text
  where b.center_id = p_center and b.student_id = c.student_id
    and s.center_id = b.center_id and s.session_id = b.session_id and s.booking_id = b.id;
  delete from public.bookings b using pg_temp.import_changes c
  where b.center_id = p_center and b.student_id = c.student_id
    and c.student_id = any (p_students) and c.entity = 'enrollments' and c.entity_id = b.enrollment_id::text;
  delete from public.timeline_entries t using pg_temp.import_changes c
  where t.center_id = p_center and t.student_id = c.student_id and t.created_by is null
    and c.student_id = any (p_students) and c.entity in ('students', 'leads') and c.entity_id in (t.student_id::text, t.lead_id::text);
  for v_entity in
    with recursive referring as (
      select distinct conrelid as child, confrelid as parent from pg_catalog.pg_constraint where contype = 'f' and conrelid <> confrelid
    ), depths as (
      select 'public.centers'::regclass::oid as t, 0 as depth
      union all select r.child, d.depth + 1 from depths d join referring r on r.parent = d.t
    ), made as (
      select entity from pg_temp.import_changes where student_id = any (p_students) and entity <> 'bookings'
      union select entity from pg_temp.house_inserts where student_id = any (p_students))
    select m.entity as name, string_agg(format('t.%1$I = (m.after ->> %1$L)::%2$s', k.name, format_type(a.atttypid, a.atttypmod)), ' and ') as same_key,
      (select max(depth) from depths d where d.t = format('public.%I', m.entity)::regclass) as depth
    from made m
    cross join lateral unnest(public.key_of(format('public.%I', m.entity)::regclass)) k (name)
    join pg_catalog.pg_attribute a on a.attrelid = format('public.%I', m.entity)::regclass and a.attname = k.name
    group by m.entity order by depth desc, m.entity
  loop
    execute format('delete from public.%I t using (
      select after from pg_temp.import_changes where entity = %2$L and student_id = any ($2)
      union all select after from pg_temp.house_inserts where entity = %2$L and student_id = any ($2)) m
      where t.center_id = $1 and %3$s', v_entity.name, v_entity.name, v_entity.same_key) using p_center, p_students;
  end loop;
end $$;

-- As before, but children of whom everything is new go back together, 2000 at a time.
create or replace function sd_undo_import(p_import uuid) returns table (entity text, entity_id text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set work_mem = '64MB' set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  v_center uuid := nullif(current_setting('app.center_id', true), '')::uuid;
  v_student uuid;
  v_first bigint;
  v_change record;
begin
  perform set_config('app.undoing', 'on', true);
  drop table if exists pg_temp.import_changes, pg_temp.later_changes, pg_temp.house_inserts, pg_temp.kept_students, pg_temp.undoing;

  -- The first change of each row says what it was before; a row that the import made is one that it made, whatever a trigger
  -- of the same statement then did to it. Seats and counters are told by what remains.
  create temp table import_changes on commit drop as
  with first_changes as (
    select distinct on (a.entity, a.entity_id) a.id, a.entity, a.entity_id, a.action from public.audit_log a
    where a.center_id = v_center and a.import_id = p_import and a.entity <> 'session_spots'
    order by a.entity, a.entity_id, a.id)
  select a.id, a.entity, a.entity_id, a.action, a.before, a.after,
    case when a.entity = 'students' then a.entity_id::uuid else (a.after ->> 'student_id')::uuid end as student_id
  from first_changes f
  left join lateral (
    select l.id, l.action from public.audit_log l where f.action = 'UPDATE' and l.center_id = v_center
      and l.entity = f.entity and l.entity_id = f.entity_id and l.import_id is not distinct from p_import and l.action <> 'UPDATE'
    order by l.id limit 1) made on true
  join public.audit_log a on a.center_id = v_center and a.id = case when made.action = 'INSERT' then made.id else f.id end;
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

  -- Who is only new goes with everybody who is, table by table; whose records were changed too goes back step by step.
  create temp table undoing (student_id uuid primary key, nth bigint) on commit drop;
  insert into pg_temp.undoing
  select c.student_id, row_number() over () from pg_temp.import_changes c
  where c.student_id is not null and not exists (select from pg_temp.kept_students k where k.student_id = c.student_id)
  group by c.student_id having bool_and(c.action = 'INSERT');
  for v_first in select generate_series(1, (select max(nth) from pg_temp.undoing), 2000)
  loop
    begin
      perform undo_new_students(v_center, array(select u.student_id from pg_temp.undoing u where u.nth between v_first and v_first + 1999));
    exception when foreign_key_violation then
      delete from pg_temp.undoing u where u.nth between v_first and v_first + 1999;
    end;
  end loop;

  for v_student in
    select distinct c.student_id from pg_temp.import_changes c
    where c.student_id is not null and not exists (select from pg_temp.kept_students k where k.student_id = c.student_id)
      and not exists (select from pg_temp.undoing u where u.student_id = c.student_id)
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
  where g.center_id = v_center and c.entity = 'guardians' and c.action = 'INSERT' and c.entity_id = g.id::text
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

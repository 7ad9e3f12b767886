-- The roles of the database. Cluster-wide, so they are not part of a migration: run before the first one, as often
-- as you like. Passwords are set by the caller.
do $$
declare name text;
begin
  foreach name in array array['cartwheel_owner', 'cartwheel_system'] loop
    if not exists (select from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
  end loop;
  foreach name in array array['cartwheel_app', 'cartwheel_hq', 'cartwheel_lookup', 'cartwheel_relay'] loop
    if not exists (select from pg_roles where rolname = name) then execute format('create role %I login', name); end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'cartwheel_backup') then
    create role cartwheel_backup login bypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another process created them at the same moment
end $$;

-- Functions that must see a little more than their caller belong to cartwheel_system.
grant cartwheel_system to cartwheel_owner;

alter role cartwheel_app set statement_timeout = '8s';
alter role cartwheel_app set lock_timeout = '4s';
alter role cartwheel_app set idle_in_transaction_session_timeout = '15s';
-- Requests are many and short: neither compiling a statement nor spreading it over processes pays.
alter role cartwheel_app set jit = off;
alter role cartwheel_app set max_parallel_workers_per_gather = 0;
-- Under row-level security a long read takes longer to plan than to run, so it is planned once, not five times first.
alter role cartwheel_app set plan_cache_mode = force_generic_plan;
alter role cartwheel_hq set jit = off;
alter role cartwheel_hq set statement_timeout = '10s';
alter role cartwheel_hq set default_transaction_read_only = on;
alter role cartwheel_lookup set statement_timeout = '4s';
alter role cartwheel_lookup set lock_timeout = '2s';

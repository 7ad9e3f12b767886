-- What HQ looks at: figures per center and day, kept from the rows they are counted from. Any day can be counted anew and
-- gives the same figures.
create table daily_figures (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  date date not null,
  new_leads integer not null,
  trials_booked integer not null,
  trials_attended integer not null,
  enrolled integer not null,
  renewals_due integer not null,
  renewed integer not null,
  seats integer not null,
  seats_taken integer not null,
  present integer not null,
  expected integer not null,
  active_students integer not null,
  collected_minor bigint not null,
  primary key (center_id, date),
  constraint daily_figures_center foreign key (center_id) references centers (id)
);
create table hourly_figures (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  date date not null,
  hour integer not null,
  seats integer not null,
  seats_taken integer not null,
  primary key (center_id, date, hour),
  constraint hourly_figures_center foreign key (center_id) references centers (id)
);
create table plan_figures (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  date date not null,
  plan_name text not null,
  sold integer not null,
  invoiced_minor bigint not null,
  primary key (center_id, date, plan_name),
  constraint plan_figures_center foreign key (center_id) references centers (id)
);
-- Days whose figures are no longer true. Only ever added to, so that nobody waits for anybody; the relay takes them away.
create table outdated_figures (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  from_date date not null,
  to_date date not null,
  primary key (center_id, id),
  constraint outdated_figures_center foreign key (center_id) references centers (id),
  check (from_date <= to_date)
);

call wall_center_table('daily_figures', 'insert, update');
call wall_center_table('hourly_figures', 'insert, delete');
call wall_center_table('plan_figures', 'insert, delete');
call wall_center_table('outdated_figures', 'insert', organization_wide => true);
do $$
declare t text;
begin
  foreach t in array array['daily_figures', 'plan_figures'] loop
    execute format($p$create policy no_money_for_trainers on %I as restrictive for all to cartwheel_app
      using ((select current_setting('app.role', true)) is distinct from 'TRAINER')
      with check ((select current_setting('app.role', true)) is distinct from 'TRAINER')$p$, t);
  end loop;
end $$;
create policy relay on outdated_figures for all to cartwheel_relay using (true) with check (true);
grant select, update, delete on outdated_figures to cartwheel_relay;

-- Notes which days a statement has touched. `days` answers center_id and the first and last of them for the `changed` rows.
create procedure keep_figures(target regclass, days text) language plpgsql as $$
declare
  note constant text := 'insert into outdated_figures (center_id, from_date, to_date) with changed as (%s) ' || days || ';';
  new_ones constant text := 'select * from new_rows';
  old_ones constant text := 'select * from old_rows';
begin
  execute format('create function outdate_by_%s() returns trigger language plpgsql as $f$ begin
      case tg_op when ''INSERT'' then %s when ''DELETE'' then %s else %s end case;
      return null;
    end $f$', target, format(note, new_ones), format(note, old_ones), format(note, new_ones || ' union all ' || old_ones));
  execute format('create trigger figures_added after insert on %s referencing new table as new_rows for each statement execute function outdate_by_%1$s()', target);
  execute format('create trigger figures_gone after delete on %s referencing old table as old_rows for each statement execute function outdate_by_%1$s()', target);
  execute format('create trigger figures_changed after update on %s referencing old table as old_rows new table as new_rows for each statement execute function outdate_by_%1$s()', target);
end $$;

call keep_figures('leads', $q$
  select distinct r.center_id, d.day, d.day from changed r join centers c on c.id = r.center_id
  cross join lateral (values ((r.created_at at time zone c.timezone)::date), ((r.status_since at time zone c.timezone)::date)) d (day)$q$);
call keep_figures('intro_visits', 'select distinct center_id, date, date from changed');
call keep_figures('class_sessions', 'select distinct center_id, date, date from changed');
call keep_figures('bookings', $q$
  select distinct r.center_id, s.date, s.date from changed r join class_sessions s on s.center_id = r.center_id and s.id = r.session_id$q$);
call keep_figures('attendance_marks', $q$
  select distinct r.center_id, s.date, s.date from changed r join class_sessions s on s.center_id = r.center_id and s.id = r.session_id$q$);
call keep_figures('payments', $q$
  select distinct r.center_id, d.day, d.day from changed r join centers c on c.id = r.center_id
  cross join lateral (select (r.paid_at at time zone c.timezone)::date as day) d$q$);
call keep_figures('invoices', 'select distinct center_id, issued_on, issued_on from changed');
-- Who is active is a matter of every day from the first to the last, as far as it has come; a renewal belongs to the day on
-- which the plan before it ended.
call keep_figures('enrollments', $q$
  select r.center_id, least(r.start_date, d.today), least(greatest(coalesce(r.end_date, d.today), r.start_date), d.today) from changed r
  join centers c on c.id = r.center_id cross join lateral (select (app_now() at time zone c.timezone)::date as today) d
  union select center_id, end_date, end_date from changed where end_date is not null
  union select r.center_id, e.end_date, e.end_date from changed r
  join enrollments e on e.center_id = r.center_id and e.id = r.renewed_from_id and e.end_date is not null$q$);
call keep_figures('enrollment_freezes', $q$
  select r.center_id, r.from_date, least(r.to_date, d.today) from changed r join centers c on c.id = r.center_id
  cross join lateral (select (app_now() at time zone c.timezone)::date as today) d where r.from_date <= d.today$q$);
call keep_figures('credit_entries', $q$
  select distinct r.center_id, d.day, greatest(d.day, d.today) from changed r join centers c on c.id = r.center_id
  cross join lateral (select (r.created_at at time zone c.timezone)::date as day, (app_now() at time zone c.timezone)::date as today) d$q$);

-- Counting what is there already.
insert into outdated_figures (center_id, from_date, to_date)
select c.id, least(first.day, c.created_at::date), greatest(last.day, current_date) from centers c
cross join lateral (select min(d.day) as day from (
  select min(date) as day from class_sessions s where s.center_id = c.id
  union all select min(created_at)::date from leads l where l.center_id = c.id
  union all select min(start_date) from enrollments e where e.center_id = c.id) d) first
cross join lateral (select max(date) as day from class_sessions s where s.center_id = c.id) last;

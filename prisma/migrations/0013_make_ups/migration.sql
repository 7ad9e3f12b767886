-- Absences that were announced, and the make-ups they earn. A make-up is a credit of its own kind in the one ledger.
alter table credit_lots add column source text not null default 'VISITS';
alter table credit_lots
  add check (source in ('VISITS', 'MAKEUP')),
  add check (source <> 'MAKEUP' or enrollment_id is null);
alter table credit_entries drop constraint credit_entries_kind_check;
alter table credit_entries add check (kind in ('GRANT', 'VISIT', 'MAKEUP', 'REVERSAL', 'EXPIRY', 'ADJUSTMENT'));
create unique index credit_entries_one_grant on credit_entries (center_id, lot_id) where kind = 'GRANT';
create index credit_lots_expiring on credit_lots (center_id, expires_on) where source = 'MAKEUP' and remaining > 0;

-- What a lot begins with is its first entry, so that what remains is the sum of its entries. A visit is only ever taken
-- from visits that were bought, a make-up only from make-ups.
create or replace function move_lot() returns trigger language plpgsql as $$
begin
  if new.kind = 'GRANT' then
    if pg_trigger_depth() < 2 then perform refuse('invalid_transition', 'A lot is granted once, when it is made'); end if;
    return null;
  end if;
  update credit_lots set remaining = remaining + new.amount where center_id = new.center_id and id = new.lot_id
    and case new.kind when 'VISIT' then source = 'VISITS' when 'MAKEUP' then source = 'MAKEUP' else true end;
  if not found then perform refuse('insufficient_credits', 'These credits are not for that'); end if;
  return null;
end $$;

create function open_lot() returns trigger language plpgsql as $$
begin
  insert into credit_entries (center_id, lot_id, amount, kind, student_id, created_at, created_by)
  values (new.center_id, new.id, new.remaining, 'GRANT', new.student_id, app_now(), current_actor());
  return null;
end $$;
create trigger open_lot after insert on credit_lots for each row when (new.remaining > 0) execute function open_lot();

-- Only entries move a lot.
create function guard_lot() returns trigger language plpgsql as $$
begin
  if current_setting('app.undoing', true) = 'on' or (new.remaining = old.remaining or pg_trigger_depth() > 1)
     and new.quantity = old.quantity and new.source = old.source then return new; end if;
  perform refuse('invalid_transition', 'What remains of a lot changes by an entry in its ledger');
  return null;
end $$;
create trigger guard_lot before update of remaining, quantity, source on credit_lots for each row execute function guard_lot();

alter table credit_entries disable trigger user;
insert into credit_entries (center_id, lot_id, amount, kind, student_id, created_at, created_by)
select l.center_id, l.id, l.remaining - coalesce(moved.amount, 0), 'GRANT', l.student_id, l.created_at, l.created_by
from credit_lots l
left join lateral (select sum(e.amount)::int as amount from credit_entries e where e.center_id = l.center_id and e.lot_id = l.id) moved on true
where l.remaining <> coalesce(moved.amount, 0);
alter table credit_entries enable trigger user;

-- One announcement of one absence. Either it earned a credit, or it says why not.
create table absences (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  session_id uuid not null,
  student_id uuid not null,
  enrollment_id uuid,
  booking_id uuid not null,
  announced_at timestamptz(3) not null default app_now(),
  announced_by uuid,
  note text,
  lot_id uuid,
  no_credit_reason text,
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  constraint absences_pkey primary key (center_id, id),
  foreign key (center_id, session_id) references class_sessions (center_id, id),
  foreign key (center_id, student_id) references students (center_id, id),
  foreign key (center_id, enrollment_id) references enrollments (center_id, id),
  foreign key (center_id, booking_id) references bookings (center_id, id),
  foreign key (center_id, lot_id) references credit_lots (center_id, id),
  constraint absences_center foreign key (center_id) references centers (id),
  check (no_credit_reason in ('TOO_LATE', 'LIMIT_REACHED', 'PLAN_NOT_ELIGIBLE', 'DISABLED')),
  check ((lot_id is null) = (no_credit_reason is not null))
);
create unique index absences_one_live on absences (center_id, session_id, student_id) where withdrawn_at is null;
create index absences_center_id_student_id_idx on absences (center_id, student_id);
create index absences_center_id_session_id_idx on absences (center_id, session_id);
create index absences_center_id_enrollment_id_idx on absences (center_id, enrollment_id);
create index absences_center_id_booking_id_idx on absences (center_id, booking_id);
create index absences_center_id_lot_id_idx on absences (center_id, lot_id);
call keep_history('absences');
call wall_center_table('absences', 'insert, update');

-- The announcements of a child that was recorded twice go to the record that is kept.
create function move_absences() returns trigger language plpgsql as $$
begin
  update absences set student_id = new.merged_into_id where center_id = new.center_id and student_id = new.id;
  return null;
end $$;
create trigger move_absences after update of merged_into_id on students for each row
  when (new.merged_into_id is not null) execute function move_absences();

-- As before, but who announced an absence gets no seat by themselves.
create or replace function claim_enrollment_seats(p_enrollment uuid, p_from date default null) returns int language plpgsql as $$
declare v_session record; v_count int := 0;
begin
  for v_session in
    select s.id, e.student_id from enrollments e
    join enrollment_batches eb on eb.center_id = e.center_id and eb.enrollment_id = e.id
    join class_sessions s on s.center_id = e.center_id and s.batch_id = eb.batch_id
    where e.center_id = current_center() and e.id = p_enrollment and e.cancelled_at is null
      and s.date >= greatest(e.start_date, coalesce(p_from, e.start_date)) and (e.end_date is null or s.date <= e.end_date)
      and weekday_of(s.date) = any (e.days_selected)
      and s.status in ('DRAFT', 'PUBLISHED', 'IN_PROGRESS') and s.ends_at > app_now()
      and not is_frozen(e.center_id, e.id, s.date)
      and not exists (select from bookings b where b.center_id = s.center_id and b.session_id = s.id
                      and b.student_id = e.student_id and b.status <> 'CANCELLED')
      and not exists (select from absences a where a.center_id = s.center_id and a.session_id = s.id
                      and a.student_id = e.student_id and a.withdrawn_at is null)
    order by s.starts_at, s.id
  loop
    perform claim_seat(v_session.id, v_session.student_id, 'ENROLLED', p_enrollment);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

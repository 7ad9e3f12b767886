-- Freezes: days on which an enrollment rests. Installments: when an invoice falls due, part by part.

-- Copied from the plan at the sale, so that a new price list changes nothing.
alter table enrollments add column freeze_days_allowed integer not null default 0 check (freeze_days_allowed >= 0);

create table enrollment_freezes (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  enrollment_id uuid not null,
  from_date date not null,
  to_date date not null,
  reason text,
  moves_end boolean not null,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  primary key (center_id, id),
  foreign key (center_id, enrollment_id) references enrollments (center_id, id),
  constraint enrollment_freezes_center foreign key (center_id) references centers (id),
  check (to_date >= from_date),
  constraint freezes_overlap exclude using gist (center_id with =, enrollment_id with =, daterange(from_date, to_date, '[]') with &&)
);
create index enrollment_freezes_of on enrollment_freezes (center_id, enrollment_id, from_date);

create table installments (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  invoice_id uuid not null,
  position integer not null,
  due_date date not null,
  amount_minor bigint not null,
  paid_minor bigint not null default 0,
  reminded_on date,
  overdue_on date,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  primary key (center_id, id),
  foreign key (center_id, invoice_id) references invoices (center_id, id),
  constraint installments_center foreign key (center_id) references centers (id),
  check (amount_minor > 0),
  check (paid_minor between 0 and amount_minor)
);
create unique index installments_in_order on installments (center_id, invoice_id, position);
create index installments_due on installments (center_id, due_date, id);
create index installments_open on installments (center_id, due_date, id) where paid_minor < amount_minor;

call keep_history('enrollment_freezes');
call keep_history('installments');
call wall_center_table('enrollment_freezes', 'insert, update, delete');
call wall_center_table('installments', 'insert, update, delete');
create policy no_money_for_trainers on installments as restrictive for all to cartwheel_app
  using ((select current_setting('app.role', true)) is distinct from 'TRAINER')
  with check ((select current_setting('app.role', true)) is distinct from 'TRAINER');

-- The days of all freezes together never exceed what was sold. The enrollment's row is locked first; the sum is a statement
-- of its own, so it sees everybody who had the lock before.
create function guard_freeze() returns trigger language plpgsql as $$
declare v_allowed int; v_used int;
begin
  select freeze_days_allowed into v_allowed from enrollments
  where center_id = new.center_id and id = new.enrollment_id for no key update;
  select sum(to_date - from_date + 1) into v_used from enrollment_freezes
  where center_id = new.center_id and enrollment_id = new.enrollment_id;
  if v_used > v_allowed then
    perform refuse('freeze_allowance_exceeded', case when v_allowed = 0 then 'This plan has no freeze days'
      else format('That is %s freeze days in all; the plan allows %s', v_used, v_allowed) end);
  end if;
  return null;
end $$;
create trigger guard_freeze after insert or update on enrollment_freezes for each row execute function guard_freeze();

create function is_frozen(p_center uuid, p_enrollment uuid, p_day date) returns boolean language sql stable as $$
  select exists (select from enrollment_freezes f where f.center_id = p_center and f.enrollment_id = p_enrollment
    and p_day between f.from_date and f.to_date)
$$;

-- As before, but what rests takes no seat.
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
    order by s.starts_at, s.id
  loop
    perform claim_seat(v_session.id, v_session.student_id, 'ENROLLED', p_enrollment);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

create or replace function claim_standing_seats(p_session uuid) returns int language plpgsql as $$
declare v_place record; v_count int := 0;
begin
  for v_place in
    select e.id, e.student_id from class_sessions s
    join standing_places p on p.center_id = s.center_id and p.batch_id = s.batch_id and p.weekday = weekday_of(s.date)
      and s.date >= p.from_date and (p.to_date is null or s.date <= p.to_date)
    join enrollments e on e.center_id = p.center_id and e.id = p.enrollment_id and e.cancelled_at is null
    where s.center_id = current_center() and s.id = p_session
      and not is_frozen(e.center_id, e.id, s.date)
      and not exists (select from bookings b where b.center_id = s.center_id and b.session_id = s.id
                      and b.student_id = e.student_id and b.status <> 'CANCELLED')
    order by e.created_at, e.id
  loop
    perform claim_seat(p_session, v_place.student_id, 'ENROLLED', v_place.id);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

-- The seats of an enrollment in a span where they are free still. Answers every session asked for, and whether it has its seat.
create function reclaim_enrollment_seats(p_enrollment uuid, p_from date, p_to date)
returns table (session_id uuid, seated boolean) language plpgsql as $$
declare v_session record;
begin
  for v_session in
    select s.id, e.student_id from enrollments e
    join standing_places p on p.center_id = e.center_id and p.enrollment_id = e.id
    join class_sessions s on s.center_id = p.center_id and s.batch_id = p.batch_id and weekday_of(s.date) = p.weekday
      and s.date >= p.from_date and (p.to_date is null or s.date <= p.to_date)
    where e.center_id = current_center() and e.id = p_enrollment and e.cancelled_at is null
      and s.date between p_from and p_to and s.status in ('DRAFT', 'PUBLISHED', 'IN_PROGRESS') and s.ends_at > app_now()
      and not is_frozen(e.center_id, e.id, s.date)
      and not exists (select from bookings b where b.center_id = s.center_id and b.session_id = s.id
                      and b.student_id = e.student_id and b.status <> 'CANCELLED')
      and not exists (select from absences a where a.center_id = s.center_id and a.session_id = s.id
                      and a.student_id = e.student_id and a.withdrawn_at is null)
    order by s.starts_at, s.id
  loop
    session_id := v_session.id;
    begin
      perform claim_seat(v_session.id, v_session.student_id, 'ENROLLED', p_enrollment);
      seated := true;
    exception when sqlstate 'CW001' then
      seated := false;
    end;
    return next;
  end loop;
end $$;

-- The same columns, and two more behind them: an enrollment rests while one of its freezes runs.
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
cross join lateral (select (app_now() at time zone c.timezone)::date as day from centers c where c.id = e.center_id) today
left join lateral (
  select sum(quantity)::int as quantity, sum(remaining)::int as remaining from credit_lots l
  where l.center_id = e.center_id and l.enrollment_id = e.id) lot on true;

-- Money fills the installments of its invoice in their order.
create function fill_installments(p_center uuid, p_invoice uuid) returns void language sql as $$
  update installments i set paid_minor = f.paid
  from (
    select n.id, greatest(0, least(n.amount_minor, settled.minor - (sum(n.amount_minor) over (order by n.position) - n.amount_minor))) as paid
    from installments n
    cross join (select coalesce(sum(a.amount_minor), 0) as minor from payment_allocations a
                where a.center_id = p_center and a.invoice_id = p_invoice) settled
    where n.center_id = p_center and n.invoice_id = p_invoice) f
  where i.center_id = p_center and i.id = f.id and i.paid_minor <> f.paid
$$;

create function keep_installments_filled() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform fill_installments(old.center_id, old.invoice_id); end if;
  if tg_op <> 'DELETE' then perform fill_installments(new.center_id, new.invoice_id); end if;
  return null;
end $$;
create trigger keep_installments_filled after insert or update or delete on payment_allocations
  for each row execute function keep_installments_filled();
create trigger keep_installments_filled after insert or delete or update of amount_minor, position on installments
  for each row execute function keep_installments_filled();

-- Where there is a schedule it adds up to its invoice, to the last minor unit, whenever anybody can see it.
create function guard_schedule() returns trigger language plpgsql as $$
declare v_center uuid; v_invoice uuid; v_planned bigint; v_asked bigint;
begin
  if tg_table_name = 'invoices' then
    v_center := new.center_id; v_invoice := new.id;
  elsif tg_op = 'DELETE' then
    v_center := old.center_id; v_invoice := old.invoice_id;
  else
    v_center := new.center_id; v_invoice := new.invoice_id;
  end if;
  select sum(amount_minor) into v_planned from installments where center_id = v_center and invoice_id = v_invoice;
  select total_minor into v_asked from invoices where center_id = v_center and id = v_invoice;
  if v_planned <> v_asked then
    perform refuse('installments_mismatch', 'The installments do not add up to the invoice');
  end if;
  return null;
end $$;
create constraint trigger guard_schedule after insert or delete or update of amount_minor on installments
  deferrable initially deferred for each row execute function guard_schedule();
create constraint trigger guard_schedule after update of total_minor on invoices
  deferrable initially deferred for each row execute function guard_schedule();

-- Who pays by installments owes nothing until one of them is overdue.
create or replace function sd_unpaid_enrollments(p_enrollments uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.enrollment_id from public.invoices i
  left join lateral (select sum(a.amount_minor) as paid from public.payment_allocations a
                     where a.center_id = i.center_id and a.invoice_id = i.id) p on true
  where i.center_id = (select nullif(current_setting('app.center_id', true), '')::uuid)
    and i.enrollment_id = any (p_enrollments) and i.voided_at is null and i.total_minor > coalesce(p.paid, 0)
    and (exists (select from public.installments n where n.center_id = i.center_id and n.invoice_id = i.id
                 and n.paid_minor < n.amount_minor and n.due_date < (select public.center_today()))
      or not exists (select from public.installments n where n.center_id = i.center_id and n.invoice_id = i.id))
$$;

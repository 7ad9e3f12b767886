-- Seats. A session has one row per seat, so its capacity is structural: whoever wants a seat takes a row.

-- The center's calendar day.
create function center_today() returns date language sql stable as $$
  select (app_now() at time zone timezone)::date from centers where id = current_center()
$$;

create function keep_spots() returns trigger language plpgsql as $$
declare missing int; gone int;
begin
  if tg_op = 'INSERT' then
    insert into session_spots (center_id, session_id, spot_no, state)
    select new.center_id, new.id, n, case when new.status = 'CANCELLED' then 'closed' else 'free' end from generate_series(1, new.capacity) n;
    return null;
  end if;
  if new.status = 'CANCELLED' and old.status <> 'CANCELLED' then
    update session_spots set state = 'closed', student_id = null, booking_id = null, hold_id = null, expires_at = null
    where center_id = new.center_id and session_id = new.id;
  end if;
  missing := new.capacity - old.capacity;
  if missing > 0 then
    insert into session_spots (center_id, session_id, spot_no, state)
    select new.center_id, new.id, top.no + n, case when new.status = 'CANCELLED' then 'closed' else 'free' end
    from (select max(spot_no) as no from session_spots where center_id = new.center_id and session_id = new.id) top,
         generate_series(1, missing) n;
  elsif missing < 0 then
    delete from session_spots where (center_id, session_id, spot_no) in (
      select center_id, session_id, spot_no from session_spots
      where center_id = new.center_id and session_id = new.id and state in ('free', 'closed')
      order by spot_no desc limit -missing for update);
    get diagnostics gone = row_count;
    if gone < -missing then
      perform refuse('capacity_full', format('%s seats are taken on %s; fewer cannot be offered', old.capacity - gone, new.date));
    end if;
  end if;
  return null;
end $$;
create trigger keep_spots after insert or update of capacity, status on class_sessions for each row execute function keep_spots();

-- Takes a free seat and books it. Refuses with capacity_full, already_booked or session_closed.
-- The hot path locks only the seat it takes; only when it finds none but some were merely locked, it waits its turn.
create function claim_seat(p_session uuid, p_student uuid, p_kind text, p_enrollment uuid default null, p_lead uuid default null)
returns uuid language plpgsql as $$
declare
  v_center uuid := current_center();
  v_booking uuid := uuid_v7();
  v_session class_sessions;
  v_spot int;
  v_tries int := 0;
begin
  select * into v_session from class_sessions where center_id = v_center and id = p_session;
  if v_session.id is null then perform refuse('reference_not_found', 'There is no such session'); end if;
  if v_session.status = 'CANCELLED' or (v_session.status = 'DRAFT' and p_kind <> 'ENROLLED') then
    perform refuse('session_closed', format('%s on %s takes no bookings', v_session.name, v_session.date));
  end if;
  loop
    begin
      -- Two statements: as a joined subquery the pick could run once for every seat it is joined to.
      if v_tries = 0 then
        select spot_no into v_spot from session_spots where center_id = v_center and session_id = p_session and state = 'free'
        order by spot_no limit 1 for update skip locked;
      else
        select spot_no into v_spot from session_spots where center_id = v_center and session_id = p_session and state = 'free'
        order by spot_no limit 1 for update;
      end if;
      update session_spots set state = 'booked', student_id = p_student, booking_id = v_booking
      where center_id = v_center and session_id = p_session and spot_no = v_spot;
    exception when unique_violation then
      perform refuse('already_booked', format('Already has a seat in %s on %s', v_session.name, v_session.date));
    end;
    exit when v_spot is not null;
    v_tries := v_tries + 1;
    if v_tries > 50 or not exists (
      select from session_spots where center_id = v_center and session_id = p_session and state = 'free') then
      if exists (select from class_sessions where center_id = v_center and id = p_session and status = 'CANCELLED') then
        perform refuse('session_closed', format('%s on %s was cancelled', v_session.name, v_session.date));
      end if;
      perform refuse('capacity_full', format('%s on %s is full', v_session.name, v_session.date));
    end if;
  end loop;
  insert into bookings (center_id, id, session_id, student_id, kind, spot_no, enrollment_id, lead_id)
  values (v_center, v_booking, p_session, p_student, p_kind, v_spot, p_enrollment, p_lead);
  return v_booking;
exception when unique_violation then
  perform refuse('already_booked', format('Already has a seat in %s on %s', v_session.name, v_session.date));
  return null;
end $$;

-- Gives a confirmed booking's seat back. Answers whether there was one to give.
create function release_seat(p_booking uuid, p_reason text) returns boolean language plpgsql as $$
declare v_booking bookings;
begin
  update bookings set status = 'CANCELLED', cancelled_at = app_now(), cancel_reason = p_reason
  where center_id = current_center() and id = p_booking and status <> 'CANCELLED' returning * into v_booking;
  if not found then return false; end if;
  update session_spots set state = 'free', student_id = null, booking_id = null
  where center_id = v_booking.center_id and session_id = v_booking.session_id and booking_id = p_booking;
  return true;
end $$;

-- The seats of an enrollment in the sessions that exist, on its days and within its dates. In order of time, so that
-- two enrollments never wait for each other. A session in which the student sits already is left as it is.
create function claim_enrollment_seats(p_enrollment uuid, p_from date default null) returns int language plpgsql as $$
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
      and not exists (select from bookings b where b.center_id = s.center_id and b.session_id = s.id
                      and b.student_id = e.student_id and b.status <> 'CANCELLED')
    order by s.starts_at, s.id
  loop
    perform claim_seat(v_session.id, v_session.student_id, 'ENROLLED', p_enrollment);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

-- The standing roster of a new session: everybody with a place in its batch on that weekday and date.
create function claim_standing_seats(p_session uuid) returns int language plpgsql as $$
declare v_place record; v_count int := 0;
begin
  for v_place in
    select e.id, e.student_id from class_sessions s
    join standing_places p on p.center_id = s.center_id and p.batch_id = s.batch_id and p.weekday = weekday_of(s.date)
      and s.date >= p.from_date and (p.to_date is null or s.date <= p.to_date)
    join enrollments e on e.center_id = p.center_id and e.id = p.enrollment_id and e.cancelled_at is null
    where s.center_id = current_center() and s.id = p_session
      and not exists (select from bookings b where b.center_id = s.center_id and b.session_id = s.id
                      and b.student_id = e.student_id and b.status <> 'CANCELLED')
    order by e.created_at, e.id
  loop
    perform claim_seat(p_session, v_place.student_id, 'ENROLLED', v_place.id);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

-- How many standing places are taken at the busiest day of a span.
create function standing_places_taken(p_batch uuid, p_weekday text, p_from date, p_to date) returns int language sql stable as $$
  with others as (
    select from_date, coalesce(to_date, 'infinity'::date) as to_date from standing_places
    where center_id = current_center() and batch_id = p_batch and weekday = p_weekday
      and from_date <= coalesce(p_to, 'infinity'::date) and coalesce(to_date, 'infinity'::date) >= p_from)
  select coalesce(max((select count(*) from others o where o.from_date <= d.day and o.to_date >= d.day)), 0)::int
  from (select greatest(from_date, p_from) as day from others) d
$$;

-- Enrollments whose dates overlap never outnumber the places of a batch on a weekday. The batch's row is locked first;
-- the count is a statement of its own, so it sees everybody who had the lock before.
create function guard_standing_place() returns trigger language plpgsql as $$
declare v_batch batches;
begin
  select * into v_batch from batches where center_id = new.center_id and id = new.batch_id for no key update;
  if not (new.weekday = any (v_batch.days_of_week)) then
    perform refuse('reference_not_found', format('%s has no class on %s', v_batch.name, new.weekday));
  end if;
  if standing_places_taken(new.batch_id, new.weekday, new.from_date, new.to_date) > v_batch.capacity then
    perform refuse('capacity_full', format('%s has no place left on %s', v_batch.name, initcap(new.weekday)));
  end if;
  return null;
end $$;
create trigger guard_standing_place after insert or update on standing_places for each row execute function guard_standing_place();

create function guard_batch_capacity() returns trigger language plpgsql as $$
declare v_day text;
begin
  if new.capacity >= old.capacity and new.days_of_week <@ old.days_of_week then return null; end if;
  foreach v_day in array new.days_of_week loop
    if standing_places_taken(new.id, v_day, center_today(), null) > new.capacity then
      perform refuse('capacity_full', format('More than %s students have their place on %s', new.capacity, initcap(v_day)));
    end if;
  end loop;
  return null;
end $$;
create trigger guard_batch_capacity after update of capacity, days_of_week on batches for each row execute function guard_batch_capacity();

-- A plan is sold in its own center, or, as a template, in all of the organization. Keys do not see that; this does.
create function guard_enrollment_plan() returns trigger language plpgsql as $$
begin
  if new.plan_id is not null and not exists (select from plans where id = new.plan_id) then
    perform refuse('reference_not_found', 'There is no such plan');
  end if;
  return new;
end $$;
create trigger guard_enrollment_plan before insert or update of plan_id on enrollments for each row execute function guard_enrollment_plan();

-- Enrollments with what is computed on read: status and visits. A late nightly job never shows a wrong status.
create view enrollment_states with (security_invoker = true) as
select e.*, lot.quantity / 100.0 - lot.remaining / 100.0 as visits_used, lot.remaining / 100.0 as visits_left,
  case
    when e.cancelled_at is not null then 'CANCELLED'
    when e.start_date > today.day then 'PENDING'
    when e.end_date < today.day or lot.remaining <= 0 then 'EXPIRED'
    else 'ACTIVE'
  end as status
from enrollments e
cross join lateral (select (app_now() at time zone c.timezone)::date as day from centers c where c.id = e.center_id) today
left join lateral (
  select sum(quantity)::int as quantity, sum(remaining)::int as remaining from credit_lots l
  where l.center_id = e.center_id and l.enrollment_id = e.id) lot on true;

-- A batch changes from a day on: what it said until then holds for the days before, whenever their sessions are generated.
create table earlier_batch_terms (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  batch_id uuid not null,
  until_date date not null,
  days_of_week text[],
  start_time text not null,
  end_time text not null,
  capacity integer not null check (capacity between 1 and 500),
  trainer_user_id uuid references users (id),
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  primary key (center_id, batch_id, until_date),
  foreign key (center_id, batch_id) references batches (center_id, id),
  constraint earlier_batch_terms_center foreign key (center_id) references centers (id)
);
create index earlier_batch_terms_trainer on earlier_batch_terms (trainer_user_id);

call keep_history('earlier_batch_terms');
call wall_center_table('earlier_batch_terms', 'insert, update, delete');

-- As before, but a place that only ends earlier asks for nothing: the batch may have dropped its day meanwhile.
create or replace function guard_standing_place() returns trigger language plpgsql as $$
declare v_batch batches;
begin
  if tg_op = 'UPDATE' and (new.batch_id, new.weekday) = (old.batch_id, old.weekday) and new.from_date >= old.from_date
    and coalesce(new.to_date, 'infinity') <= coalesce(old.to_date, 'infinity') then
    return null;
  end if;
  select * into v_batch from batches where center_id = new.center_id and id = new.batch_id for no key update;
  if not (new.weekday = any (v_batch.days_of_week)) then
    perform refuse('reference_not_found', format('%s has no class on %s', v_batch.name, new.weekday));
  end if;
  if standing_places_taken(new.batch_id, new.weekday, new.from_date, new.to_date) > v_batch.capacity then
    perform refuse('capacity_full', format('%s has no place left on %s', v_batch.name, initcap(new.weekday)));
  end if;
  return null;
end $$;

-- As before, but by the places instead of the days that were chosen: each place says in which batch, and from when to when.
create or replace function claim_enrollment_seats(p_enrollment uuid, p_from date default null) returns int language plpgsql as $$
declare v_session record; v_count int := 0;
begin
  for v_session in
    select distinct s.starts_at, s.id, e.student_id from enrollments e
    join standing_places p on p.center_id = e.center_id and p.enrollment_id = e.id
    join class_sessions s on s.center_id = p.center_id and s.batch_id = p.batch_id and weekday_of(s.date) = p.weekday
      and s.date >= p.from_date and (p.to_date is null or s.date <= p.to_date)
    where e.center_id = current_center() and e.id = p_enrollment and e.cancelled_at is null
      and s.date >= coalesce(p_from, p.from_date)
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

-- From a day on, the class of its weekday takes place so many days later, or earlier: the places on it move along, and with
-- them the days that the families chose. The batch has the new day already.
create function move_standing_places(p_batch uuid, p_from date, p_by int) returns void language plpgsql as $$
declare
  v_center uuid := current_center();
  v_old text := weekday_of(p_from);
  v_new text := weekday_of(p_from + p_by);
  v_moved uuid[];
begin
  select array_agg(distinct enrollment_id) into v_moved from standing_places
  where center_id = v_center and batch_id = p_batch and weekday = v_old and coalesce(to_date, 'infinity') >= p_from;
  insert into standing_places (batch_id, enrollment_id, weekday, from_date, to_date)
  select p.batch_id, p.enrollment_id, v_new, n.from_date, p.to_date
  from standing_places p
  join enrollments e on e.center_id = p.center_id and e.id = p.enrollment_id
  cross join lateral (select greatest(e.start_date, greatest(p.from_date, p_from) + p_by) as from_date) n
  where p.center_id = v_center and p.batch_id = p_batch and p.weekday = v_old
    and coalesce(p.to_date, 'infinity') >= greatest(p_from, n.from_date)
    and not exists (select from standing_places o where o.center_id = p.center_id and o.enrollment_id = p.enrollment_id
      and o.batch_id = p.batch_id and o.weekday = v_new and coalesce(o.to_date, 'infinity') >= n.from_date)
  order by p.enrollment_id, p.from_date;
  delete from standing_places
  where center_id = v_center and batch_id = p_batch and weekday = v_old and from_date >= p_from;
  update standing_places set to_date = p_from - 1
  where center_id = v_center and batch_id = p_batch and weekday = v_old and coalesce(to_date, 'infinity') >= p_from;
  update enrollments e set days_selected = array(
    select d from unnest(array['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']) d
    where d = v_new or d = any (e.days_selected) and (d <> v_old or exists (
      select from standing_places p where p.center_id = e.center_id and p.enrollment_id = e.id and p.weekday = v_old
        and coalesce(p.to_date, 'infinity') >= p_from)))
  where e.center_id = v_center and e.id = any (v_moved);
end $$;

-- Passes, and what happens at the door. Attendance is what the door events of a session project to.

-- 128 bits nobody can guess. What is printed carries a signature besides, which no copy of the database can make.
create function new_pass_code() returns text language sql volatile as $$
  select upper(left(encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'), 32))
$$;

create table student_passes (
  center_id uuid not null default (nullif(current_setting('app.center_id', true), ''))::uuid,
  id uuid not null default uuid_v7(),
  student_id uuid not null,
  code text not null default new_pass_code() check (code ~ '^[0-9A-F]{32}$'),
  issued_at timestamptz(3) not null default app_now(),
  issued_by uuid default current_actor(),
  revoked_at timestamptz(3),
  revoked_by uuid,
  primary key (center_id, id),
  constraint student_passes_center foreign key (center_id) references centers (id),
  foreign key (center_id, student_id) references students (center_id, id),
  unique (center_id, code)
);
create unique index student_passes_one_live on student_passes (center_id, student_id) where revoked_at is null;
create index on student_passes (center_id, student_id);

create table door_events (
  center_id uuid not null default (nullif(current_setting('app.center_id', true), ''))::uuid,
  id uuid not null default uuid_v7(),
  event_type text not null check (event_type in ('CENTER_IN', 'CENTER_OUT', 'SESSION_IN')),
  outcome text not null check (outcome in ('ACCEPTED', 'REFUSED')),
  reason text,
  sentence text,
  student_id uuid,
  pass_id uuid,
  session_id uuid,
  mark text check (mark in ('PRESENT', 'LATE')),
  method text not null check (method in ('QR', 'KIOSK', 'MANUAL', 'NIGHT')),
  device text,
  client_event_id text,
  occurred_at timestamptz(3) not null,
  received_at timestamptz(3) not null default app_now(),
  recorded_by uuid default current_actor(),
  primary key (center_id, id),
  constraint door_events_center foreign key (center_id) references centers (id),
  foreign key (center_id, student_id) references students (center_id, id),
  foreign key (center_id, pass_id) references student_passes (center_id, id),
  foreign key (center_id, session_id) references class_sessions (center_id, id),
  unique (center_id, client_event_id),
  check ((outcome = 'REFUSED') = (reason is not null)),
  check (outcome = 'REFUSED' or student_id is not null),
  check ((event_type = 'SESSION_IN' and outcome = 'ACCEPTED') = (session_id is not null)),
  check ((session_id is null) = (mark is null)),
  check (occurred_at <= received_at)
);
create index on door_events (center_id, occurred_at desc, id desc);
create index on door_events (center_id, student_id, occurred_at desc);
create index on door_events (center_id, session_id);
create index on door_events (center_id, pass_id);

call keep_history('student_passes', quiet => true);
call keep_history('door_events', quiet => true);
call wall_center_table('student_passes', 'insert, update');
call wall_center_table('door_events', 'insert');

-- Whoever is not archived has one pass that counts; whoever is has none.
create function keep_pass() returns trigger language plpgsql as $$
begin
  if new.archived_at is not null then
    update student_passes set revoked_at = app_now(), revoked_by = current_actor()
    where center_id = new.center_id and student_id = new.id and revoked_at is null;
  elsif not exists (select from student_passes where center_id = new.center_id and student_id = new.id and revoked_at is null) then
    insert into student_passes (center_id, student_id) values (new.center_id, new.id);
  end if;
  return null;
end $$;
create trigger keep_pass after insert or update of archived_at on students for each row execute function keep_pass();
insert into student_passes (center_id, student_id) select center_id, id from students where archived_at is null;

-- Two records of one child become one: whoever came in was that child.
create function merge_door_events() returns trigger language plpgsql as $$
begin
  update door_events set student_id = new.merged_into_id where center_id = new.center_id and student_id = new.id;
  return null;
end $$;
create trigger merge_door_events after update of merged_into_id on students for each row
  when (new.merged_into_id is not null) execute function merge_door_events();

-- Renewals: who looks after one, why one was lost, and a chain in which no plan has two successors.
create table renewals (
  center_id uuid not null default (nullif(current_setting('app.center_id', true), ''))::uuid,
  enrollment_id uuid not null,
  assigned_to_user_id uuid,
  lost_at timestamptz(3),
  lost_by uuid,
  lost_reason text,
  lost_note text,
  version integer not null default 1,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  primary key (center_id, enrollment_id),
  foreign key (center_id, enrollment_id) references enrollments (center_id, id),
  foreign key (center_id) references centers (id),
  foreign key (assigned_to_user_id) references users (id),
  check (lost_reason in ('COST', 'TIMING', 'MOVED_AWAY', 'CHOSE_COMPETITOR', 'LOST_INTEREST', 'HEALTH', 'NO_RESPONSE', 'OTHER')),
  check ((lost_at is null) = (lost_reason is null)),
  check (lost_reason is distinct from 'OTHER' or lost_note is not null)
);
create index renewals_assigned on renewals (assigned_to_user_id);
call keep_history('renewals');
call wall_center_table('renewals', 'insert, update');

-- A plan is renewed once. Cancelling the successor makes room for another.
alter table enrollments
  add foreign key (center_id, renewed_from_id) references enrollments (center_id, id),
  add check (renewed_from_id <> id);
create unique index enrollments_one_successor on enrollments (center_id, renewed_from_id)
  where renewed_from_id is not null and cancelled_at is null;

-- The night plans one follow-up per enrollment, however often it comes and whatever became of it.
alter table follow_ups
  add column origin text not null default 'PERSON',
  add check (origin in ('PERSON', 'RENEWAL')),
  add check (origin <> 'RENEWAL' or enrollment_id is not null),
  drop constraint follow_ups_outcome_check,
  add constraint follow_ups_outcome_check
    check (outcome in ('REACHED', 'NO_ANSWER', 'LATER', 'DONE', 'WILL_RENEW', 'THINKING', 'NOT_RENEWING')),
  add check (outcome not in ('WILL_RENEW', 'THINKING', 'NOT_RENEWING') or enrollment_id is not null);
create unique index follow_ups_one_renewal on follow_ups (center_id, enrollment_id) where origin = 'RENEWAL';

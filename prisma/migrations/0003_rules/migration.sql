-- What no code path may break: allowed values, uniqueness, money, ledgers, stamps and the audit trail.

alter table centers add check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), add check (currency ~ '^[A-Z]{3}$'), add check (country ~ '^[A-Z]{2}$');
alter table closures add check (to_date >= from_date);
alter table users add check (status in ('INVITED', 'ACTIVE', 'INACTIVE')), add check (email_norm = lower(email_norm));
alter table assignments add check (role in ('CENTER_ADMIN', 'COUNSELOR', 'TRAINER'));
alter table mailed_tokens add check (purpose in ('INVITE', 'MAGIC_LINK', 'PASSWORD_RESET'));
alter table family_links add check (relationship in ('MOTHER', 'FATHER', 'GUARDIAN', 'GRANDPARENT', 'SELF', 'OTHER'));
create unique index family_links_one_primary on family_links (center_id, student_id) where is_primary;
alter table leads
  add check (status in ('DISCOVERY', 'INTRO_SCHEDULED', 'INTRO_ATTENDED', 'NO_SHOW', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD')),
  add check (dead_reason in ('NOT_INTERESTED', 'COST', 'TIMING', 'MOVED_AWAY', 'CHOSE_COMPETITOR', 'NO_RESPONSE', 'OTHER')),
  add check ((status = 'DEAD_LEAD') = (dead_reason is not null)),
  add check (dead_reason is distinct from 'OTHER' or dead_note is not null);
create unique index leads_one_open on leads (center_id, student_id) where status not in ('ENROLLED', 'DEAD_LEAD');
alter table intro_visits add check (status in ('SCHEDULED', 'ATTENDED', 'NO_SHOW', 'CANCELLED'));
alter table follow_ups
  add check (channel in ('CALL', 'WHATSAPP', 'EMAIL', 'VISIT')),
  add check (outcome in ('REACHED', 'NO_ANSWER', 'LATER', 'DONE')),
  add check ((completed_at is null) = (outcome is null)),
  add check (lead_id is null or enrollment_id is null);

alter table batches
  add check (capacity between 1 and 500),
  add check (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$' and end_time ~ '^([01]\d|2[0-3]):[0-5]\d$' and end_time > start_time),
  add check (age_min is null or age_max is null or age_min <= age_max),
  add check (starts_on is null or ends_on is null or starts_on <= ends_on),
  add check (cardinality(days_of_week) between 1 and 7),
  add check (days_of_week <@ array['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']);
alter table class_sessions
  add check (capacity between 1 and 500),
  add check (status in ('DRAFT', 'PUBLISHED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
  add check (ends_at > starts_at),
  add constraint trainer_busy exclude using gist (
    center_id with =, trainer_user_id with =, tstzrange(starts_at, ends_at, '[)') with &&
  ) where (trainer_user_id is not null and status in ('PUBLISHED', 'IN_PROGRESS'));
alter table session_spots
  add check (state in ('free', 'released', 'held', 'booked', 'closed')),
  add check ((state in ('held', 'booked')) = (student_id is not null)),
  add check ((state = 'held') = (expires_at is not null)),
  add check ((state = 'booked') = (booking_id is not null)),
  add check ((state = 'held') = (hold_id is not null));
alter table session_spots set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
create index session_spots_free on session_spots (center_id, session_id, spot_no) where state = 'free';
create unique index session_spots_one_per_student on session_spots (center_id, session_id, student_id) where student_id is not null;
alter table bookings
  add check (kind in ('ENROLLED', 'DROP_IN', 'MAKEUP', 'TRIAL')),
  add check (status in ('CONFIRMED', 'CANCELLED', 'ATTENDED', 'NO_SHOW')),
  add check ((status = 'CANCELLED') = (cancelled_at is not null));
create unique index bookings_one_live_per_spot on bookings (center_id, session_id, spot_no) where status <> 'CANCELLED';
create unique index bookings_one_live_per_student on bookings (center_id, session_id, student_id) where status <> 'CANCELLED';
alter table standing_places
  add check (weekday in ('MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN')),
  add check (to_date is null or to_date >= from_date);

alter table plans
  add check (plan_type in ('PAY_PER_VISIT', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'CUSTOM')),
  add check (kind in ('TERM', 'PACK', 'DROP_IN')),
  add check (price_minor >= 0);
create unique index plans_one_name on plans (organization_id, center_id, name) nulls not distinct where archived_at is null;
alter table enrollments
  add check (plan_type in ('PAY_PER_VISIT', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'CUSTOM')),
  add check (end_date is null or end_date >= start_date),
  add check (end_date is not null or visits_included is not null),
  add check (price_minor >= 0),
  add check ((cancelled_at is null) = (cancel_reason is null)),
  add foreign key (plan_id) references plans (id);

alter table credit_lots add constraint credit_lots_remaining check (remaining between 0 and quantity);
alter table credit_entries add check (amount <> 0), add check (kind in ('VISIT', 'REVERSAL', 'EXPIRY', 'ADJUSTMENT'));
create unique index credit_entries_one_reversal on credit_entries (center_id, reverses_id) where reverses_id is not null;

alter table attendance_marks
  add check (status in ('PRESENT', 'LATE', 'ABSENT', 'EXCUSED', 'MAKEUP', 'TRIAL', 'CANCELLED')),
  add check (method in ('MANUAL', 'QR', 'KIOSK', 'OFFLINE'));

alter table invoices
  add check (discount_minor between 0 and subtotal_minor),
  add check (tax_minor >= 0),
  add check (total_minor = subtotal_minor - discount_minor + tax_minor),
  add check ((voided_at is null) = (void_reason is null));
alter table invoice_lines add check (amount_minor = unit_price_minor * quantity);
alter table discounts
  add check (type in ('PERCENT', 'FLAT')),
  add check (status in ('PENDING', 'APPROVED', 'REJECTED')),
  add check (value > 0 and amount_minor >= 0),
  add check (type <> 'PERCENT' or value <= 10000),
  add check ((status = 'PENDING') = (decided_at is null));
alter table payments
  add check (amount_minor <> 0),
  add check ((amount_minor < 0) = (refunds_payment_id is not null)),
  add check (method in ('CASH', 'UPI', 'CARD', 'BANK_TRANSFER', 'ONLINE', 'OTHER')),
  add check ((voided_at is null) = (void_reason is null)),
  add foreign key (center_id, refunds_payment_id) references payments (center_id, id);
alter table payment_allocations add check (amount_minor <> 0);
alter table imports
  add check (kind in ('LEADS', 'STUDENTS', 'ATTENDANCE', 'SKILLS')),
  add check (status in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE'));
alter table import_rows add check (outcome in ('CREATED', 'UPDATED', 'SKIPPED', 'FAILED'));

-- Users belong to the organization; those a row of a center names must at least exist.
alter table assignments add foreign key (user_id) references users (id);
alter table batch_trainers add foreign key (user_id) references users (id);
alter table class_sessions add foreign key (trainer_user_id) references users (id);
alter table intro_visits add foreign key (trainer_user_id) references users (id);
alter table leads add foreign key (assigned_to_user_id) references users (id);
alter table follow_ups add foreign key (assigned_to_user_id) references users (id);
create index class_sessions_trainer on class_sessions (trainer_user_id);
create index intro_visits_trainer on intro_visits (trainer_user_id);
create index leads_assigned on leads (assigned_to_user_id);
create index follow_ups_assigned on follow_ups (assigned_to_user_id);
create index batch_trainers_user on batch_trainers (user_id);
create index enrollments_plan on enrollments (plan_id);
alter table login_sessions add foreign key (user_id) references users (id);
alter table refresh_tokens add foreign key (session_id) references login_sessions (id) on delete cascade;
alter table mailed_tokens add foreign key (user_id) references users (id);
create index outbox_events_waiting on outbox_events (created_at) where published_at is null;

-- Everything of a center hangs on the center.
do $$
declare t text;
begin
  for t in
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'center_id' and table_name <> 'plans'
  loop
    execute format('alter table %I add constraint %I foreign key (center_id) references centers (id)', t, t || '_center');
  end loop;
end $$;
alter table plans add foreign key (organization_id) references organizations (id), add foreign key (center_id) references centers (id);
create index plans_center on plans (center_id);

-- Taking an import back restores rows as they were, stamps and versions included.
create function stamp_row() returns trigger language plpgsql as $$
begin
  if current_setting('app.undoing', true) = 'on' then return new; end if;
  if tg_op = 'INSERT' then
    new.created_at := coalesce(new.created_at, app_now());
    new.created_by := coalesce(current_actor(), new.created_by);
  else
    new.created_at := old.created_at;
    new.created_by := old.created_by;
  end if;
  new.updated_at := app_now();
  new.updated_by := current_actor();
  return new;
end $$;

create function next_version() returns trigger language plpgsql as $$
begin
  if current_setting('app.undoing', true) = 'on' then return new; end if;
  new.version := old.version + 1;
  return new;
end $$;

-- Rows are named by what follows the center in their key.
create function audit_row() returns trigger language plpgsql as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  now_is jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  whole jsonb := coalesce(now_is, was);
  row_key text := coalesce(whole ->> 'id', concat_ws('/', variadic array(
    select whole ->> a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = tg_relid and i.indisprimary and a.attname <> 'center_id' order by array_position(i.indkey::int2[], a.attnum))));
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

-- Called for every new table. `quiet` tables are logs themselves: they are audited only while an import runs, which
-- is what lets an import be taken back.
create procedure keep_history(target regclass, quiet boolean default false) language plpgsql as $$
declare has text[] := array(select attname::text from pg_attribute where attrelid = target and attnum > 0 and not attisdropped);
begin
  if 'updated_at' = any (has) then
    execute format('create trigger stamp before insert or update on %s for each row execute function stamp_row()', target);
  end if;
  if 'version' = any (has) and 'updated_at' = any (has) then
    execute format('create trigger version before update on %s for each row execute function next_version()', target);
  end if;
  execute format('create trigger audit after insert or update or delete on %s for each row %s execute function audit_row(%L)', target,
    case when quiet then $w$when (coalesce(current_setting('app.import_id', true), '') <> '')$w$ else '' end,
    case when 'center_id' = any (has) and target <> 'plans'::regclass then 'center' else 'organization' end);
end $$;

do $$
declare t text;
begin
  foreach t in array array['organizations', 'centers', 'users', 'plans', 'center_settings', 'closures', 'assignments', 'students',
    'guardians', 'family_links', 'leads', 'intro_visits', 'follow_ups', 'batches', 'batch_trainers', 'standing_places',
    'class_sessions', 'bookings', 'enrollments', 'enrollment_batches', 'credit_lots', 'credit_entries', 'attendance_marks',
    'invoices', 'invoice_lines', 'discounts', 'payments', 'payment_allocations'] loop
    call keep_history(t::regclass);
  end loop;
  foreach t in array array['session_spots', 'timeline_entries', 'invoice_counters'] loop
    call keep_history(t::regclass, quiet => true);
  end loop;
end $$;
-- Being seen is no change to an account: it makes no version stale and leaves no trace in the trail.
drop trigger version on users;
create trigger version before update of name, email, email_norm, phone, status, is_super_admin on users for each row execute function next_version();
drop trigger audit on users;
create trigger audit after insert or delete or update of name, email, email_norm, phone, status, is_super_admin, password_hash on users
  for each row execute function audit_row('organization');
create trigger stamp before insert or update on imports for each row execute function stamp_row();
create trigger version before update on imports for each row execute function next_version();

-- The ledger: an entry moves its lot, and the lot's CHECK refuses to go below zero.
create function move_lot() returns trigger language plpgsql as $$
begin
  update credit_lots set remaining = remaining + new.amount where center_id = new.center_id and id = new.lot_id;
  return null;
end $$;
create trigger move_lot after insert on credit_entries for each row execute function move_lot();

-- Refunds never exceed what came in.
create function guard_refund() returns trigger language plpgsql as $$
declare original payments; given bigint;
begin
  if new.refunds_payment_id is null or new.voided_at is not null then return null; end if;
  select * into original from payments where center_id = new.center_id and id = new.refunds_payment_id for update;
  select coalesce(-sum(amount_minor), 0) into given from payments
  where center_id = new.center_id and refunds_payment_id = new.refunds_payment_id and voided_at is null;
  if original.voided_at is not null or original.amount_minor <= 0 then
    perform refuse('invalid_transition', 'Only a payment that counts can be refunded');
  end if;
  if given > original.amount_minor then perform refuse('amount_too_high', 'More than was paid cannot be refunded'); end if;
  return null;
end $$;
create trigger guard_refund after insert or update on payments for each row execute function guard_refund();

-- No invoice is settled by more than it asks for: the rest of a payment is credit on account.
create function guard_allocation() returns trigger language plpgsql as $$
declare asked bigint; settled bigint;
begin
  select total_minor into asked from invoices where center_id = new.center_id and id = new.invoice_id for update;
  select coalesce(sum(amount_minor), 0) into settled from payment_allocations where center_id = new.center_id and invoice_id = new.invoice_id;
  if settled > asked then perform refuse('amount_too_high', 'An invoice cannot be settled by more than its total'); end if;
  if settled < 0 then perform refuse('amount_too_high', 'More than was paid cannot be given back'); end if;
  return null;
end $$;
create trigger guard_allocation after insert or update on payment_allocations for each row execute function guard_allocation();

import type { Cast, Person } from './cast.ts';

/** A row in every table of a center, straight into the database. Answers nothing: the tables themselves are asked. */
export async function fillEveryTable(center: Cast): Promise<void> {
  const user = await center.user('Planted Person');
  await center.assign(user, 'TRAINER');
  const client = await center.admin.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.center_id', $1, true), set_config('app.organization_id', $2, true), set_config('app.user_id', $3, true)`,
      [center.id, center.organizationId, user],
    );
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Every class is this trainer's own. */
export async function teachEverything(center: Cast, trainer: Person): Promise<void> {
  await center.rows(
    'insert into batch_trainers (center_id, batch_id, user_id) select center_id, id, $2 from batches where center_id = $1',
    [center.id, trainer.id],
  );
  await center.rows('update class_sessions set trainer_user_id = $2 where center_id = $1', [center.id, trainer.id]);
}

const only = (table: string) => `(select id from ${table} where center_id = current_center() order by id limit 1)`;

const statements = [
  `insert into center_settings (version, data) values (1, '{}')`,
  `insert into closures (from_date, to_date, reason) values ('2026-12-25', '2026-12-25', 'Christmas')`,
  `insert into students (first_name, search_name, interests) values ('Asha', 'asha', '{Drawing}')`,
  `insert into guardians (name, search_name, phone, phone_e164, phone_digits) values ('Meera', 'meera', '98765 43210', '+919876543210', '919876543210')`,
  `insert into family_links (student_id, guardian_id, relationship, is_primary) values (${only('students')}, ${only('guardians')}, 'MOTHER', true)`,
  `insert into leads (student_id, source, preferred_days, preferred_times) values (${only('students')}, 'Walk-in', '{SAT}', '{MORNING}')`,
  `insert into timeline_entries (student_id, kind) values (${only('students')}, 'student.note')`,
  `insert into batches (name, days_of_week, start_time, end_time, capacity) values ('Pre-K Gym', '{MON}', '10:00', '11:00', 4)`,
  `insert into earlier_batch_terms (batch_id, until_date, days_of_week, start_time, end_time, capacity) values (${only('batches')}, '2030-01-06', '{TUE}', '10:00', '11:00', 4)`,
  `insert into curricula (center_id, name) values (current_center(), 'Gymnastics Foundation')`,
  `insert into skills (curriculum_id, name, position) values (${only('curricula')}, 'Cartwheel', 1)`,
  `update batches set curriculum_id = ${only('curricula')} where center_id = current_center()`,
  `insert into batch_trainers (batch_id, user_id) values (${only('batches')}, current_actor())`,
  `insert into class_sessions (batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, slot)
   values (${only('batches')}, 'Pre-K Gym', '2030-01-07', '10:00', '11:00', '2030-01-07 10:00+00', '2030-01-07 11:00+00', 4, '2030-01-07 10:00')`,
  `insert into enrollments (student_id, plan_name, plan_type, start_date, end_date, days_selected, price_minor)
   values (${only('students')}, 'Monthly', 'MONTHLY', '2030-01-01', '2030-01-31', '{MON}', 700000)`,
  `insert into enrollment_batches (enrollment_id, batch_id) values (${only('enrollments')}, ${only('batches')})`,
  `insert into standing_places (batch_id, enrollment_id, weekday, from_date, to_date) values (${only('batches')}, ${only('enrollments')}, 'MON', '2030-01-01', '2030-01-31')`,
  `select claim_enrollment_seats(${only('enrollments')})`,
  `insert into intro_visits (lead_id, student_id, date, start_time, scheduled_at) values (${only('leads')}, ${only('students')}, '2030-01-07', '10:00', '2030-01-07 10:00+00')`,
  `insert into renewals (enrollment_id, assigned_to_user_id) values (${only('enrollments')}, current_actor())`,
  `insert into follow_ups (lead_id, student_id, due_at) values (${only('leads')}, ${only('students')}, '2030-01-08 10:00+00')`,
  `insert into credit_lots (student_id, enrollment_id, quantity, remaining) values (${only('students')}, ${only('enrollments')}, 1000, 1000)`,
  `insert into credit_entries (lot_id, amount, kind, student_id) values (${only('credit_lots')}, -100, 'VISIT', ${only('students')})`,
  `insert into absences (session_id, student_id, booking_id, no_credit_reason) values (${only('class_sessions')}, ${only('students')}, ${only('bookings')}, 'TOO_LATE')`,
  `insert into attendance_marks (session_id, student_id, status) values (${only('class_sessions')}, ${only('students')}, 'PRESENT')`,
  `insert into door_events (event_type, outcome, student_id, pass_id, session_id, mark, method, occurred_at)
   values ('SESSION_IN', 'ACCEPTED', ${only('students')}, ${only('student_passes')}, ${only('class_sessions')}, 'PRESENT', 'QR', app_now())`,
  `insert into skill_assessments (student_id, skill_id, session_id, level) values (${only('students')}, ${only('skills')}, ${only('class_sessions')}, 'ACHIEVED')`,
  `insert into invoice_counters (series, financial_year, last_number) values ('', '2029-30', 1)`,
  `insert into invoices (number, financial_year, sequence, student_id, enrollment_id, issued_on, subtotal_minor, total_minor)
   values ('2029-30/0001', '2029-30', 1, ${only('students')}, ${only('enrollments')}, '2030-01-01', 700000, 700000)`,
  `update enrollments set freeze_days_allowed = 7 where center_id = current_center()`,
  `insert into enrollment_freezes (enrollment_id, from_date, to_date, moves_end) values (${only('enrollments')}, '2030-01-10', '2030-01-12', true)`,
  `insert into installments (invoice_id, position, due_date, amount_minor) values (${only('invoices')}, 1, '2030-01-05', 700000)`,
  `insert into invoice_lines (invoice_id, position, description, unit_price_minor, amount_minor) values (${only('invoices')}, 1, 'Monthly', 700000, 700000)`,
  `insert into discounts (invoice_id, type, value, amount_minor, reason) values (${only('invoices')}, 'PERCENT', 1000, 70000, 'Sibling')`,
  `insert into payments (student_id, invoice_id, amount_minor, method, paid_at) values (${only('students')}, ${only('invoices')}, 77777, 'UPI', now())`,
  `insert into payment_allocations (payment_id, invoice_id, amount_minor) values (${only('payments')}, ${only('invoices')}, 77777)`,
  `insert into imports (kind, file_name, file_hash, format) values ('LEADS', 'leads.csv', 'hash', 'CSV')`,
  `insert into import_files (import_id, bytes) values (${only('imports')}, 'x')`,
  `insert into import_rows (import_id, position, row_number, sheet, cells) values (${only('imports')}, 1, 2, 'Sheet1', '{}')`,
  `insert into outbox_events (name, payload, published_at) values ('nothing.happened', '{}', now())`,
  `insert into handled_events (handler, event_id) values ('Nobody.nothing', uuid_v7())`,
  `insert into dead_letters (event_id, name, handler, payload, error, attempts) values (uuid_v7(), 'nothing.happened', 'Nobody.nothing', '{}', 'no', 8)`,
  `insert into center_nights (date) values ('2030-01-01')`,
  `insert into daily_figures (date, new_leads, trials_booked, trials_attended, enrolled, renewals_due, renewed, seats, seats_taken, present, expected,
     active_students, collected_minor) values ('2030-01-01', 1, 1, 1, 1, 1, 1, 4, 1, 1, 1, 1, 77777)`,
  `insert into hourly_figures (date, hour, seats, seats_taken) values ('2030-01-01', 10, 4, 1)`,
  `insert into plan_figures (date, plan_name, sold, invoiced_minor) values ('2030-01-01', 'Monthly', 1, 77777)`,
  `insert into comment_snippets (category, text) values ('Effort', 'Tries again')`,
  `insert into report_card_drafts (student_id, period_start, period_end, comments) values (${only('students')}, '2026-10-01', '2026-10-31', 'Brave')`,
  `insert into report_card_jobs (batch_id, period_start, period_end) values (${only('batches')}, '2026-10-01', '2026-10-31')`,
  `insert into report_card_job_students (job_id, student_id, position) values (${only('report_card_jobs')}, ${only('students')}, 1)`,
  `insert into report_cards (student_id, period_start, period_end, version, code, hash, job_id)
   values (${only('students')}, '2026-10-01', '2026-10-31', 1, 'CODE', 'hash', ${only('report_card_jobs')})`,
  `insert into report_card_snapshots (report_card_id, body) values (${only('report_cards')}, '{}')`,
  `insert into report_card_sends (report_card_id, guardian_id, email) values (${only('report_cards')}, ${only('guardians')}, 'meera@family.example')`,
];

import type { Cast } from './cast.ts';

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

const only = (table: string) => `(select id from ${table} where center_id = current_center() order by id limit 1)`;

const statements = [
  `insert into center_settings (version, data) values (1, '{}')`,
  `insert into closures (from_date, to_date, reason) values ('2026-12-25', '2026-12-25', 'Christmas')`,
  `insert into students (first_name, search_name) values ('Asha', 'asha')`,
  `insert into guardians (name, search_name, phone, phone_e164, phone_digits) values ('Meera', 'meera', '98765 43210', '+919876543210', '919876543210')`,
  `insert into family_links (student_id, guardian_id, relationship, is_primary) values (${only('students')}, ${only('guardians')}, 'MOTHER', true)`,
  `insert into leads (student_id, source) values (${only('students')}, 'Walk-in')`,
  `insert into timeline_entries (student_id, kind) values (${only('students')}, 'student.note')`,
  `insert into batches (name, days_of_week, start_time, end_time, capacity) values ('Pre-K Gym', '{MON}', '10:00', '11:00', 4)`,
  `insert into batch_trainers (batch_id, user_id) values (${only('batches')}, current_actor())`,
  `insert into class_sessions (batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, slot)
   values (${only('batches')}, 'Pre-K Gym', '2030-01-07', '10:00', '11:00', '2030-01-07 10:00+00', '2030-01-07 11:00+00', 4, '2030-01-07 10:00')`,
  `insert into enrollments (student_id, plan_name, plan_type, start_date, end_date, days_selected, price_minor)
   values (${only('students')}, 'Monthly', 'MONTHLY', '2030-01-01', '2030-01-31', '{MON}', 700000)`,
  `insert into enrollment_batches (enrollment_id, batch_id) values (${only('enrollments')}, ${only('batches')})`,
  `insert into standing_places (batch_id, enrollment_id, weekday, from_date, to_date) values (${only('batches')}, ${only('enrollments')}, 'MON', '2030-01-01', '2030-01-31')`,
  `select claim_enrollment_seats(${only('enrollments')})`,
  `insert into intro_visits (lead_id, student_id, date, start_time, scheduled_at) values (${only('leads')}, ${only('students')}, '2030-01-07', '10:00', '2030-01-07 10:00+00')`,
  `insert into follow_ups (lead_id, student_id, due_at) values (${only('leads')}, ${only('students')}, '2030-01-08 10:00+00')`,
  `insert into credit_lots (student_id, enrollment_id, quantity, remaining) values (${only('students')}, ${only('enrollments')}, 1000, 1000)`,
  `insert into credit_entries (lot_id, amount, kind, student_id) values (${only('credit_lots')}, -100, 'VISIT', ${only('students')})`,
  `insert into attendance_marks (session_id, student_id, status) values (${only('class_sessions')}, ${only('students')}, 'PRESENT')`,
  `insert into invoice_counters (series, financial_year, last_number) values ('', '2029-30', 1)`,
  `insert into invoices (number, financial_year, sequence, student_id, enrollment_id, issued_on, subtotal_minor, total_minor)
   values ('2029-30/0001', '2029-30', 1, ${only('students')}, ${only('enrollments')}, '2030-01-01', 700000, 700000)`,
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
];

import type { Cast } from './cast.ts';

const zero = { leads: 0, won: 0, trials: 0 };

/** Students, leads and trials of a center as of a day, written past all walls. Answers the students' ids. */
export async function family(center: Cast, day: string, counts: Partial<typeof zero> = {}): Promise<string> {
  const { leads, won, trials } = { ...zero, ...counts };
  const [student] = await center.rows<{ id: string }>(
    "insert into students (center_id, first_name, search_name) values ($1, 'Aarav', 'aarav') returning id",
    [center.id],
  );
  for (let lead = 0; lead < leads; lead++) {
    const [row] = await center.rows<{ id: string }>(
      `insert into leads (center_id, student_id, source, status, dead_reason, status_since, created_at)
       values ($1, $2, 'Call', $3, $4, $5, $5) returning id`,
      [center.id, student!.id, lead < won ? 'ENROLLED' : 'DEAD_LEAD', lead < won ? null : 'COST', day],
    );
    if (lead >= trials) continue;
    await center.rows(
      `insert into intro_visits (center_id, lead_id, student_id, status, date, start_time, scheduled_at)
       values ($1, $2, $3, 'ATTENDED', ($4::timestamptz at time zone 'Asia/Kolkata')::date, '10:00', $4)`,
      [center.id, row!.id, student!.id, day],
    );
  }
  return student!.id;
}

export async function enrollment(
  center: Cast,
  studentId: string,
  dates: { from: string; to: string | null; visits?: number; renews?: string },
): Promise<string> {
  const [row] = await center.rows<{ id: string }>(
    `insert into enrollments (center_id, student_id, plan_name, plan_type, start_date, end_date, visits_included, renewed_from_id, price_minor)
     values ($1, $2, 'Monthly', 'MONTHLY', $3, $4, $5, $6, 100000) returning id`,
    [center.id, studentId, dates.from, dates.to, dates.visits ?? null, dates.renews ?? null],
  );
  if (dates.visits !== undefined)
    await center.rows(
      'insert into credit_lots (center_id, student_id, enrollment_id, quantity, remaining) values ($1, $2, $3, 1000, $4)',
      [center.id, studentId, row!.id, dates.visits * 100],
    );
  return row!.id;
}

/** A session of four seats; each student is booked and marked. */
export async function heldSession(center: Cast, date: string, marks: Record<string, string>): Promise<void> {
  const [session] = await center.rows<{ id: string }>(
    `insert into class_sessions (center_id, name, date, start_time, end_time, starts_at, ends_at, capacity, status)
     values ($1, 'Tumbling', $2, '10:00', '11:00', $2::date + interval '4.5 hours', $2::date + interval '5.5 hours', 4, 'COMPLETED') returning id`,
    [center.id, date],
  );
  for (const [index, [studentId, status]] of Object.entries(marks).entries()) {
    await center.rows(
      "insert into bookings (center_id, session_id, student_id, kind, spot_no) values ($1, $2, $3, 'ENROLLED', $4)",
      [center.id, session!.id, studentId, index + 1],
    );
    await center.rows(
      'insert into attendance_marks (center_id, session_id, student_id, status) values ($1, $2, $3, $4)',
      [center.id, session!.id, studentId, status],
    );
  }
}

export interface Bill {
  total: number;
  paid: number;
  at: string;
  voided?: boolean;
}

/** An invoice and a payment of it. */
export async function bill(center: Cast, studentId: string, { total, paid, at, voided = false }: Bill): Promise<void> {
  const [invoice] = await center.rows<{ id: string }>(
    `insert into invoices (center_id, number, financial_year, sequence, student_id, issued_on, subtotal_minor, total_minor, voided_at, void_reason)
     select $1, 'INV-' || n, '2026-27', n, $2, $3::date, $4, $4, $5, $6
     from (select count(*) + 1 as n from invoices where center_id = $1) next returning id`,
    [center.id, studentId, at, total, voided ? at : null, voided ? 'Twice' : null],
  );
  if (paid === 0) return;
  const [payment] = await center.rows<{ id: string }>(
    "insert into payments (center_id, student_id, invoice_id, amount_minor, method, paid_at) values ($1, $2, $3, $4, 'UPI', $5) returning id",
    [center.id, studentId, invoice!.id, paid, at],
  );
  await center.rows(
    'insert into payment_allocations (center_id, payment_id, invoice_id, amount_minor) values ($1, $2, $3, $4)',
    [center.id, payment!.id, invoice!.id, paid],
  );
}

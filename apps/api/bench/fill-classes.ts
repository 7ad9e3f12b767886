import type { Step } from './sizes.ts';

const student = 'bench.id(3, c.no, s.batch * 30 + seat - 1)';
const booking = 'bench.id(9, c.no, s.no * 64 + seat)';
/** Whose first enrollment, before the one that runs, covered the day. */
const enrollment = `bench.id(8, c.no, p.no * 2 + case when s.date >= p.starts then 1 else 0 end)`;

/** 15 batches of 40 places with 30 students each; seats exist from four weeks back, and are booked until in two weeks. */
export const fillClasses: Step[] = [
  [
    'batches',
    `insert into batches (center_id, id, name, days_of_week, start_time, end_time, capacity)
     select c.id, bench.id(6, c.no, b.no), 'Batch ' || b.no, b.days, b.start_time, b.end_time, 40
     from bench.centers c, bench.batches b order by c.no, b.no`,
  ],
  [
    'batch trainers',
    `insert into batch_trainers (center_id, batch_id, user_id)
     select c.id, bench.id(6, c.no, b.no), bench.id(2, c.no, 2 + b.pattern) from bench.centers c, bench.batches b`,
  ],
  [
    'class sessions',
    `insert into class_sessions (center_id, id, batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, status, trainer_user_id, slot)
     select c.id, bench.id(7, c.no, s.no), bench.id(6, c.no, s.batch), 'Batch ' || s.batch, s.date, s.start_time, s.end_time,
       (s.date + s.start_time::time) at time zone 'Asia/Kolkata', (s.date + s.end_time::time) at time zone 'Asia/Kolkata',
       40, case when s.day < 0 then 'COMPLETED' else 'PUBLISHED' end, bench.id(2, c.no, 2 + s.pattern), s.date::text
     from bench.centers c, bench.sessions s order by c.no, s.no`,
  ],
  [
    'seats',
    `insert into session_spots (center_id, session_id, spot_no, state, student_id, booking_id)
     select c.id, bench.id(7, c.no, s.no), seat, case when taken then 'booked' else 'free' end,
       case when taken then ${student} end, case when taken then ${booking} end
     from bench.centers c, bench.sessions s, generate_series(1, 40) seat
     cross join lateral (select seat <= 30 and s.day <= 14 as taken) is_taken
     where s.day >= -28 order by c.no, s.no, seat`,
  ],
  [
    'bookings',
    `insert into bookings (center_id, id, session_id, student_id, enrollment_id, kind, status, spot_no)
     select c.id, ${booking}, bench.id(7, c.no, s.no), ${student}, ${enrollment}, 'ENROLLED',
       case when s.day < 0 then 'ATTENDED' else 'CONFIRMED' end, seat
     from bench.centers c, bench.sessions s, generate_series(1, 30) seat, bench.students p
     where s.day between -28 and 14 and p.no = s.batch * 30 + seat - 1 order by c.no, s.no, seat`,
  ],
  [
    'attendance marks',
    `insert into attendance_marks (center_id, session_id, student_id, enrollment_id, booking_id, status, marked_by, marked_at)
     select c.id, bench.id(7, c.no, s.no), ${student}, ${enrollment}, case when s.day >= -28 then ${booking} end,
       case when (p.no + s.day) % 12 = 0 then 'ABSENT' when (p.no + s.day) % 17 = 0 then 'LATE' else 'PRESENT' end,
       bench.id(2, c.no, 2 + s.pattern), (s.date + time '19:00') at time zone 'Asia/Kolkata'
     from bench.centers c, bench.sessions s, generate_series(1, 30) seat, bench.students p
     where s.day < 0 and p.no = s.batch * 30 + seat - 1 order by c.no, s.no, seat`,
  ],
];

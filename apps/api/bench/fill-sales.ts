import type { Step } from './sizes.ts';

const TOTAL = 1_416_000;
/** Each enrolled student: one enrollment that is over, and its renewal, which runs. */
const terms = 'bench.centers c, bench.students s, generate_series(0, 1) term';
const no = 's.no * 2 + term';
const begins = 's.starts - 200 * (1 - term)';
const ends = 'case when term = 0 then s.starts - 1 when s.has_pack then s.starts + 179 else s.starts + 89 end';
const pack = 'term = 1 and s.has_pack';
const open = 'bench.size, bench.centers c, bench.students s where not s.is_enrolled';
const stage = `(array['DISCOVERY', 'INTRO_SCHEDULED', 'INTRO_ATTENDED', 'NO_SHOW', 'FOLLOW_UP'])[s.no % 5 + 1]`;

const plansAndEnrollments: Step[] = [
  [
    'plans',
    `insert into plans (id, organization_id, name, plan_type, kind, price_minor, visits_included, validity_days)
     values (bench.id(16, 0, 1), bench.id(99, 0, 0), 'Quarterly', 'QUARTERLY', 'TERM', 1200000, null, 90),
            (bench.id(16, 0, 2), bench.id(99, 0, 0), 'Forty visits', 'PAY_PER_VISIT', 'PACK', 1200000, 40, 180)`,
  ],
  [
    'enrollments',
    `insert into enrollments (center_id, id, student_id, plan_id, plan_name, plan_type, start_date, end_date, visits_included,
       days_selected, price_minor, renewed_from_id, expired_on, created_at)
     select c.id, bench.id(8, c.no, ${no}), bench.id(3, c.no, s.no), bench.id(16, 0, case when ${pack} then 2 else 1 end),
       case when ${pack} then 'Forty visits' else 'Quarterly' end, case when ${pack} then 'PAY_PER_VISIT' else 'QUARTERLY' end,
       ${begins}, ${ends}, case when ${pack} then 40 end, b.days, 1200000,
       case when term = 1 then bench.id(8, c.no, s.no * 2) end, case when term = 0 then s.starts end, ${begins}
     from ${terms}, bench.batches b where s.is_enrolled and b.no = s.batch order by c.no, s.no, term`,
  ],
  [
    'batches of enrollments',
    `insert into enrollment_batches (center_id, enrollment_id, batch_id)
     select c.id, bench.id(8, c.no, ${no}), bench.id(6, c.no, s.batch) from ${terms} where s.is_enrolled order by c.no, s.no, term`,
  ],
  [
    'standing places',
    `insert into standing_places (center_id, id, batch_id, enrollment_id, weekday, from_date, to_date)
     select c.id, bench.id(18, c.no, ((${no}) * 2 + d.nth)::int), bench.id(6, c.no, s.batch), bench.id(8, c.no, ${no}), d.day, ${begins}, ${ends}
     from ${terms}, bench.batches b, unnest(b.days) with ordinality d (day, nth) where s.is_enrolled and b.no = s.batch
     order by c.no, s.no, term`,
  ],
  [
    'lots of visits',
    `insert into credit_lots (center_id, id, student_id, enrollment_id, quantity, remaining, expires_on)
     select c.id, bench.id(13, c.no, ${no}), bench.id(3, c.no, s.no), bench.id(8, c.no, ${no}), 4000, 3000, ${ends}
     from ${terms} where s.is_enrolled and ${pack}`,
  ],
];

const money: Step[] = [
  [
    'invoices',
    `insert into invoices (center_id, id, number, series, financial_year, sequence, student_id, enrollment_id, issued_on,
       subtotal_minor, tax_basis_points, tax_minor, total_minor, created_at)
     select c.id, bench.id(10, c.no, ${no}), 'OLD-' || ${no}, 'OLD', '2026-27', ${no} + 1, bench.id(3, c.no, s.no),
       bench.id(8, c.no, ${no}), ${begins}, 1200000, 1800, 216000, ${TOTAL}, ${begins}
     from ${terms} where s.is_enrolled order by c.no, s.no, term`,
  ],
  [
    'invoice lines',
    `insert into invoice_lines (center_id, id, invoice_id, position, description, unit_price_minor, amount_minor)
     select c.id, bench.id(11, c.no, ${no}), bench.id(10, c.no, ${no}), 0, 'Quarterly', 1200000, 1200000
     from ${terms} where s.is_enrolled order by c.no, s.no, term`,
  ],
  [
    'payments',
    `insert into payments (center_id, id, student_id, invoice_id, amount_minor, method, paid_at)
     select c.id, bench.id(12, c.no, ${no}), bench.id(3, c.no, s.no), bench.id(10, c.no, ${no}), ${TOTAL}, 'UPI', ${begins}
     from ${terms} where s.is_enrolled and (${no}) % 20 <> 1 order by c.no, s.no, term`,
  ],
  [
    'allocations',
    `insert into payment_allocations (center_id, payment_id, invoice_id, amount_minor)
     select c.id, bench.id(12, c.no, ${no}), bench.id(10, c.no, ${no}), ${TOTAL}
     from ${terms} where s.is_enrolled and (${no}) % 20 <> 1 order by c.no, s.no, term`,
  ],
  [
    'discounts that wait',
    `insert into discounts (center_id, invoice_id, type, value, amount_minor, reason)
     select c.id, bench.id(10, c.no, s.no * 2 + 1), 'PERCENT', 1000, 120000, 'Sibling' from bench.centers c, bench.students s
     where s.no < 100 and s.no % 20 = 0`,
  ],
];

const enquiries: Step[] = [
  [
    'leads',
    `insert into leads (center_id, id, student_id, status, status_since, source, preferred_days, preferred_times, assigned_to_user_id, created_at)
     select c.id, bench.id(5, c.no, s.no), bench.id(3, c.no, s.no), case when s.is_enrolled then 'ENROLLED' else ${stage} end,
       since, 'WALK_IN', '{}', '{}', bench.id(2, c.no, 1), since
     from bench.size, bench.centers c, bench.students s
     cross join lateral (select (today - case when not s.is_enrolled or s.no % 30 = 0 then s.no % 28 else 210 end)::timestamptz as since) d
     order by c.no, s.no`,
  ],
  [
    'follow-ups',
    `insert into follow_ups (center_id, id, lead_id, student_id, due_at, assigned_to_user_id)
     select c.id, bench.id(14, c.no, s.no), bench.id(5, c.no, s.no), bench.id(3, c.no, s.no), today + s.no % 7 - 3, bench.id(2, c.no, 1)
     from ${open}`,
  ],
  [
    'intro visits',
    `insert into intro_visits (center_id, id, lead_id, student_id, status, date, start_time, scheduled_at, attended_at)
     select c.id, bench.id(15, c.no, s.no), bench.id(5, c.no, s.no), bench.id(3, c.no, s.no),
       case when s.no % 5 = 1 then 'SCHEDULED' else 'ATTENDED' end, day, '16:00', (day + time '16:00') at time zone 'Asia/Kolkata',
       case when s.no % 5 = 2 then (day + time '16:00') at time zone 'Asia/Kolkata' end
     from ${open.replace(' where', ' cross join lateral (select today + case when s.no % 5 = 1 then s.no % 3 else -5 end as day) d where')}
       and s.no % 5 in (1, 2)`,
  ],
  [
    'notes on leads',
    `insert into timeline_entries (center_id, student_id, lead_id, kind, text)
     select c.id, bench.id(3, c.no, s.no), bench.id(5, c.no, s.no), 'lead.note', 'Asked for the afternoon' from ${open}`,
  ],
];

export const fillSales: Step[] = [...plansAndEnrollments, ...money, ...enquiries];

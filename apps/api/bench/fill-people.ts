import type { Step } from './sizes.ts';

const firstNames = `array['Aarav', 'Aditi', 'Ananya', 'Arjun', 'Asha', 'Bela', 'Chandra', 'Charu', 'Daksh', 'Deepa', 'Esha', 'Farhan',
  'Gauri', 'Harsh', 'Ira', 'Ishaan', 'Jaya', 'Kabir', 'Kavya', 'Lakshmi', 'Manav', 'Meera', 'Mohan', 'Naina', 'Nikhil', 'Ojas',
  'Pari', 'Pranav', 'Radha', 'Rohan', 'Saanvi', 'Samir', 'Tara', 'Uma', 'Varun', 'Veda', 'Vihaan', 'Yash', 'Zara', 'Zoya']`;
const lastNames = `array['Agarwal', 'Bhat', 'Chopra', 'Das', 'Fernandes', 'Ghosh', 'Gupta', 'Iyer', 'Jain', 'Kapoor', 'Khan', 'Kulkarni',
  'Kumar', 'Menon', 'Mishra', 'Nair', 'Naidu', 'Patel', 'Pillai', 'Rao', 'Reddy', 'Roy', 'Sen', 'Shah', 'Sharma', 'Shetty',
  'Singh', 'Sinha', 'Thomas', 'Varma']`;
const lastName = `(${lastNames})[(s.no / 3 + c.no * 5) % 30 + 1]`;
const guardianName = `(${firstNames})[(s.no * 11 + c.no) % 40 + 1] || ' ' || ${lastName}`;
const phone = '(9000000000 + (c.no * 500 + s.no)::bigint * 7919)';

/** Every fifth child shares the guardian of the one before. */
export const fillPeople: Step[] = [
  ['organizations', `insert into organizations (id, name) values (bench.id(99, 0, 0), 'Bench')`],
  [
    'centers',
    `insert into centers (id, organization_id, name, slug, city, timezone, currency, country, locale)
     select id, bench.id(99, 0, 0), 'Center ' || lpad(no::text, 3, '0'), 'center-' || no, 'Bengaluru', 'Asia/Kolkata', 'INR', 'IN', 'en-IN'
     from bench.centers`,
  ],
  [
    'users',
    `insert into users (id, organization_id, name, email, email_norm, status, is_super_admin)
     select bench.id(2, c.no, n), bench.id(99, 0, 0), 'User ' || c.no || '-' || n, mail, mail, 'ACTIVE', c.no = 0
     from (select no from bench.centers union all select 0) c
     cross join lateral generate_series(0, case when c.no = 0 then 0 else 4 end) n
     cross join lateral (select 'user' || c.no || '-' || n || '@bench.example' as mail) mail`,
  ],
  [
    'assignments',
    `insert into assignments (center_id, user_id, role)
     select c.id, bench.id(2, c.no, n), (array['CENTER_ADMIN', 'COUNSELOR', 'TRAINER', 'TRAINER', 'TRAINER'])[n + 1]
     from bench.centers c, generate_series(0, 4) n`,
  ],
  [
    'login sessions',
    `insert into login_sessions (id, user_id, idle_expires_at, absolute_expires_at)
     select bench.id(19, no, 0), bench.id(2, no, 0), 'infinity', 'infinity' from (select no from bench.centers union all select 0) c`,
  ],
  [
    'students',
    `insert into students (center_id, id, first_name, last_name, search_name, dob, interests, created_at)
     select c.id, bench.id(3, c.no, s.no), first.name, ${lastName}, search_form(first.name || ' ' || ${lastName}),
       today - (1800 + s.no * 13 % 2500), '{}', today - 250
     from bench.size, bench.centers c, bench.students s
     cross join lateral (select (${firstNames})[(s.no * 7 + c.no) % 40 + 1] as name) first order by c.no, s.no`,
  ],
  [
    'guardians',
    `insert into guardians (center_id, id, name, search_name, phone, phone_e164, phone_digits, email)
     select c.id, bench.id(4, c.no, s.no), ${guardianName}, search_form(${guardianName}),
       '+91 ' || ${phone}, '+91' || ${phone}, '91' || ${phone}, 'family' || c.no || '-' || s.no || '@bench.example'
     from bench.centers c, bench.students s where s.no % 5 <> 4 order by c.no, s.no`,
  ],
  [
    'family links',
    `insert into family_links (center_id, student_id, guardian_id, relationship, is_primary)
     select c.id, bench.id(3, c.no, s.no), bench.id(4, c.no, case when s.no % 5 = 4 then s.no - 1 else s.no end), 'MOTHER', true
     from bench.centers c, bench.students s order by c.no, s.no`,
  ],
  [
    'timeline entries',
    `insert into timeline_entries (center_id, student_id, kind, text, created_at)
     select c.id, bench.id(3, c.no, s.no), 'student.note', 'Note ' || n, today - n * 20
     from bench.size, bench.centers c, bench.students s, generate_series(1, 3) n order by c.no, s.no`,
  ],
];

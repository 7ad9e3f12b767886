import { BATCHES, daysOf, idOf, phoneOf, SEATED, sessionNo, type Size, SKILLS, STUDENTS } from './sizes.ts';

export interface Call {
  /** 0: a super admin, across all centers. */
  center: number;
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

export interface Workload {
  name: string;
  /** What 4-quality asks of the 95th percentile, in milliseconds. */
  target: number;
  /** The nth request; undefined when there is nothing left to do. */
  call: (n: number) => Call | undefined;
  writes?: boolean;
  /** The API answers from what it counted before, which bare SQL cannot. */
  kept?: boolean;
  connections?: number;
}

const names = ['kabir', 'meera', 'nair', 'sharma', 'zara', 'rohan k', 'asha', 'patel', 'iyer', 'varun'];
export const CONVERTIBLE = 1_500;
const dayFrom = (today: string, days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (date: string) => ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'][new Date(date).getUTCDay()]!;

/** Requests walk through the centers, so that no center's pages are the only ones in memory. */
export function workloads({ centers }: Size, today: string): Workload[] {
  const centerOf = (n: number) => (n % centers) + 1;
  const read = (name: string, target: number, path: (n: number, center: number) => string): Workload => ({
    name,
    target,
    call: (n) => ({ center: centerOf(n), method: 'GET', path: path(n, centerOf(n)) }),
  });
  return [
    read('Today', 300, () => '/dashboard'),
    read('Roster', 100, (n, center) => `/class-sessions/${session(center, n, -14)}/roster`),
    read('Skill matrix', 100, (n, center) => `/batches/${idOf('batch', center, n % BATCHES)}/skill-matrix`),
    read(
      'Report card preview',
      200,
      (n, center) => `/report-cards/preview?studentId=${idOf('student', center, (n * 37) % STUDENTS)}`,
    ),
    read('Student profile', 300, (n, center) => `/students/${idOf('student', center, (n * 37) % STUDENTS)}`),
    read('Search by name', 100, (n) => `/search?q=${encodeURIComponent(names[n % names.length]!)}`),
    read(
      'Search by a part of a phone',
      100,
      (n, center) => `/search?q=${phoneOf(center, (n * 41) % STUDENTS).slice(-6)}`,
    ),
    read('Leads board', 300, () => '/leads/board'),
    read('Renewals', 300, () => '/renewals/expiring?days=14&limit=50'),
    read(
      'Session list',
      300,
      (n) => `/class-sessions?from=${dayFrom(today, (n % 5) * 7 - 14)}&to=${dayFrom(today, (n % 5) * 7 - 8)}`,
    ),
    {
      name: 'HQ dashboard',
      target: 300,
      kept: true,
      call: () => ({ center: 0, method: 'GET', path: '/hq/dashboard' }),
    },
    {
      name: 'HQ dashboard, nothing kept, one connection',
      target: 300,
      connections: 1,
      call: (n) => ({
        center: 0,
        method: 'GET',
        path: `/hq/dashboard?from=${dayFrom(today, -29 - (n % 300))}&to=${dayFrom(today, -(n % 300))}`,
      }),
    },
    {
      name: 'Bulk-mark 30 students',
      target: 250,
      writes: true,
      call: (n) => marking(centerOf(n), Math.floor(n / centers)),
    },
    {
      name: 'Rate a skill of 30 students',
      target: 250,
      writes: true,
      call: (n) => rating(centerOf(n), Math.floor(n / centers)),
    },
    {
      // A batch of thirty is thirty of these, one after the other in the background.
      name: 'Report card of a batch, one of thirty',
      target: 250,
      writes: true,
      call: (n) => ({
        center: centerOf(n),
        method: 'POST',
        path: '/report-cards/generate',
        body: { studentId: idOf('student', centerOf(n), Math.floor(n / centers) % STUDENTS) },
      }),
    },
    {
      name: 'Lead → enrolled',
      target: 300,
      writes: true,
      call: (n) => (n < CONVERTIBLE ? conversion(centers, n, today) : undefined),
    },
  ];
}

/** One of the sessions of a fortnight, another one each time. */
function session(center: number, n: number, week: number): string {
  const batch = n % BATCHES;
  const day = daysOf(batch, week + 7 * (Math.floor(n / BATCHES) % 2))[Math.floor(n / BATCHES / 2) % 2]!;
  return idOf('session', center, sessionNo(batch, day));
}

/** All sixty sessions of a fortnight once, then again with the other mark, so that every mark is a change. */
function marking(center: number, round: number): Call {
  const batch = round % BATCHES;
  const status = Math.floor(round / BATCHES / 4) % 2 === 0 ? 'EXCUSED' : 'PRESENT';
  const students = Array.from({ length: SEATED }, (_, seat) => idOf('student', center, batch * SEATED + seat));
  const marks = students.map((studentId) => ({ studentId, status }));
  return {
    center,
    method: 'POST',
    path: '/attendance/mark',
    body: { classSessionId: session(center, round, -14), marks },
  };
}

/** Another skill of another batch each time; the note makes every rating a new one. */
function rating(center: number, round: number): Call {
  const batch = round % BATCHES;
  const skillId = idOf('skill', 0, Math.floor(round / BATCHES) % SKILLS);
  const updates = Array.from({ length: SEATED }, (_, seat) => ({
    studentId: idOf('student', center, batch * SEATED + seat),
    skillId,
    level: 'ACHIEVED',
    notes: `Round ${round}`,
  }));
  return { center, method: 'POST', path: '/skill-progress', body: { updates } };
}

/** Leads as `convertibleLeads` makes them: in each center ten for each batch, as many as it has places. */
function conversion(centers: number, n: number, today: string): Call {
  const center = (n % centers) + 1;
  const nth = Math.floor(n / centers);
  const batch = nth % BATCHES;
  const enrollment = {
    planId: idOf('plan', 0, 1),
    startDate: today,
    daysSelected: daysOf(batch, 0).map((day) => weekdayOf(dayFrom(today, day))),
    batchIds: [idOf('batch', center, batch)],
    payment: { amountMinor: 500_000, method: 'UPI' },
  };
  return { center, method: 'POST', path: `/leads/${idOf('lead', center, 1_000 + nth)}/convert`, body: { enrollment } };
}

/** What the conversions start from, written as `createLead` leaves it. */
export const convertibleLeads = ({ centers }: Size): string => {
  const each = Math.ceil(CONVERTIBLE / centers);
  return `
    begin; set local session_replication_role = replica;
    insert into students (center_id, id, first_name, last_name, search_name, dob, interests)
      select c.id, bench.id(3, c.no, 1000 + n), 'Child', 'New', 'child new', today - 2500, '{}' from bench.size, bench.centers c, generate_series(0, ${each - 1}) n;
    insert into guardians (center_id, id, name, search_name, phone, phone_e164, phone_digits)
      select c.id, bench.id(4, c.no, 1000 + n), 'Parent New', 'parent new', phone, phone, substr(phone, 2) from bench.centers c, generate_series(0, ${each - 1}) n
      cross join lateral (select '+918' || lpad((c.no * 1000 + n)::text, 9, '0') as phone) p;
    insert into family_links (center_id, student_id, guardian_id, relationship, is_primary)
      select c.id, bench.id(3, c.no, 1000 + n), bench.id(4, c.no, 1000 + n), 'MOTHER', true from bench.centers c, generate_series(0, ${each - 1}) n;
    insert into leads (center_id, id, student_id, source, preferred_days, preferred_times)
      select c.id, bench.id(5, c.no, 1000 + n), bench.id(3, c.no, 1000 + n), 'WALK_IN', '{}', '{}' from bench.centers c, generate_series(0, ${each - 1}) n;
    commit; analyze leads, students, guardians, family_links`;
};

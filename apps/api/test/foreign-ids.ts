import type { Cast } from './cast.ts';

/** The first row of each table of a center that an operation may be asked about. */
export async function idsOf(center: Cast): Promise<Record<string, string>> {
  const ids: Record<string, string> = { centers: center.id };
  for (const table of [
    'students',
    'guardians',
    'leads',
    'intro_visits',
    'follow_ups',
    'batches',
    'class_sessions',
    'curricula',
    'skills',
    'bookings',
    'absences',
    'enrollments',
    'enrollment_freezes',
    'invoices',
    'payments',
    'discounts',
    'imports',
    'closures',
    'dead_letters',
    'comment_snippets',
    'report_cards',
  ]) {
    const [row] = await center.rows<{ id: string }>(
      `select id from ${table} where center_id = $1 order by id limit 1`,
      [center.id],
    );
    ids[table] = row!.id;
  }
  const [user] = await center.rows<{ id: string }>(
    'select user_id as id from assignments where center_id = $1 limit 1',
    [center.id],
  );
  ids['users'] = user!.id;
  const [plan] = await center.rows<{ id: string }>(
    `insert into plans (organization_id, center_id, name, plan_type, price_minor) values ($1, $2, 'Planted', 'MONTHLY', 700000) returning id`,
    [center.organizationId, center.id],
  );
  ids['plans'] = plan!.id;
  return ids;
}

const tableOfField: Record<string, string> = {
  studentId: 'students',
  keepId: 'students',
  mergeId: 'leads',
  guardianId: 'guardians',
  leadId: 'leads',
  absenceId: 'absences',
  classSessionId: 'class_sessions',
  curriculumId: 'curricula',
  skillId: 'skills',
  batchId: 'batches',
  batchIds: 'batches',
  planId: 'plans',
  enrollmentId: 'enrollments',
  freezeId: 'enrollment_freezes',
  enrollmentIds: 'enrollments',
  invoiceId: 'invoices',
  assignedToUserId: 'users',
  trainerUserId: 'users',
  trainerUserIds: 'users',
  userId: 'users',
  actorId: 'users',
  centerId: 'centers',
  closureId: 'closures',
};

const tableOfPath: [string, string][] = [
  ['/centers', 'centers'],
  ['/users', 'users'],
  ['/students', 'students'],
  ['/leads', 'leads'],
  ['/intro-visits', 'intro_visits'],
  ['/follow-ups', 'follow_ups'],
  ['/batches', 'batches'],
  ['/class-sessions', 'class_sessions'],
  ['/make-ups', 'bookings'],
  ['/curricula', 'curricula'],
  ['/skills', 'skills'],
  ['/plans', 'plans'],
  ['/enrollments', 'enrollments'],
  ['/invoices', 'invoices'],
  ['/payments', 'payments'],
  ['/discounts', 'discounts'],
  ['/imports', 'imports'],
  ['/jobs', 'imports'],
  ['/dead-letters', 'dead_letters'],
  ['/comment-snippets', 'comment_snippets'],
  ['/report-cards', 'report_cards'],
];

const nobody = '00000000-0000-4000-8000-000000000000';

/** The path with these ids in place of its parameters. */
export function pathWith(path: string, ids: Record<string, string>): string {
  const table = tableOfPath.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'students';
  return path.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'file' ? 'leads.csv' : (ids[tableOfField[name] ?? table] ?? nobody),
  );
}

/** The body with these ids wherever it refers to something. */
export function bodyWith(body: unknown, ids: Record<string, string>, field = ''): unknown {
  if (Array.isArray(body)) return body.map((item) => bodyWith(item, ids, field));
  if (typeof body === 'object' && body !== null) {
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, bodyWith(value, ids, name)]));
  }
  const table = tableOfField[field];
  return table && typeof body === 'string' ? ids[table] : body;
}

export const refersToSomething = (body: unknown): boolean =>
  JSON.stringify(bodyWith(body, {}) ?? null) !== JSON.stringify(body ?? null);

import { bodyExamples, type Operation } from '@cartwheel/contracts';
import type { Person } from './cast.ts';

const zeroId = '00000000-0000-4000-8000-000000000000';

const methodOf = ({ method }: Operation) => method.toLowerCase() as 'get';

/** Asks for it with the body that the documentation shows, or another one. */
export const send = (
  person: Person,
  operation: Operation,
  path: string,
  body: unknown = bodyExamples[operation.id],
) => {
  const request = person[methodOf(operation)](path);
  if (operation.media?.body)
    return request.field('kind', 'LEADS').attach('file', Buffer.from('Child,Phone\nAsha,9876543210\n'), 'leads.csv');
  return operation.method === 'GET' ? request.query(required[operation.id] ?? {}) : request.send(body as object);
};

/** What a query cannot do without. */
const required: Record<string, object> = {
  search: { q: 'ash' },
  listAttendance: { classSessionId: zeroId },
  listMakeUpOptions: { studentId: zeroId },
  findDuplicates: { phone: '9876543210' },
};

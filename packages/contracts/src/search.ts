import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import { Id, LocalDate } from './primitives.ts';

const phone = visibleTo('contacts:read', z.string().nullable());

export const search = operation({
  id: 'search',
  method: 'GET',
  path: '/search',
  permission: 'search:read',
  tag: 'Search',
  summary: 'People by name or any part of a phone',
  query: z.strictObject({
    q: z.string().trim().min(2).max(100),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['STUDENT', 'GUARDIAN', 'LEAD']),
        id: Id,
        title: z.string(),
        subtitle: z.string(),
        status: z.string().nullable(),
        /** The last day of the freeze that runs today. */
        pausedUntil: LocalDate.nullable(),
        phone,
        /** Below `/c/<center>`. */
        path: z.string(),
      }),
    ),
  }),
});

import * as z from 'zod';
import { RosterRow } from './attendance.ts';
import { ClassSession } from './class-sessions.ts';
import { Discount, InvoiceSummary } from './invoices.ts';
import { FollowUp } from './follow-ups.ts';
import { IntroVisit } from './intro-visits.ts';
import { operation, visibleTo } from './operation.ts';
import { Renewal } from './renewals.ts';
import { LocalDate, Money } from './primitives.ts';

const counted = <Item extends z.ZodType>(item: Item) => z.object({ count: z.int(), items: z.array(item) });

/** Today at one center. A trainer receives the own sessions only, and none of the desk's parts. */
export const Dashboard = z
  .object({
    date: LocalDate,
    sessions: z.array(ClassSession),
    nextSession: ClassSession.nullable(),
    followUpsDue: visibleTo('leads:read', counted(FollowUp)),
    trialsToday: counted(IntroVisit),
    expiring: visibleTo('renewals:read', counted(Renewal)),
    paymentsDue: visibleTo('payments:read', z.object({ ...counted(InvoiceSummary).shape, amount: Money })),
    discountsPending: visibleTo('payments:read', counted(Discount)),
    counts: visibleTo(
      'leads:read',
      z.object({ openLeads: z.int(), activeStudents: z.int(), overdueFollowUps: z.int() }),
    ),
    collectedToday: visibleTo('payments:read', Money),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof Dashboard>;

export const getDashboard = operation({
  id: 'getDashboard',
  method: 'GET',
  path: '/dashboard',
  permission: 'dashboard:read',
  tag: 'Dashboard',
  summary: 'Today at this center',
  answer: Dashboard,
});

export type { RosterRow };

import * as z from 'zod';
import { Center } from './centers.ts';
import { operation } from './operation.ts';
import { Currency, LocalDate, Money, Weekday } from './primitives.ts';

const ids = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/i;

/** What is compared: the days just before, or the same days a year ago. */
export const Comparison = z.enum(['PREVIOUS', 'LAST_YEAR']).meta({ id: 'Comparison' });
export type Comparison = z.infer<typeof Comparison>;

export const HqPeriod = z.strictObject({
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  compare: Comparison.default('PREVIOUS'),
  /** Ids of centers with commas between them; all centers when it is absent. */
  centers: z.string().regex(ids, 'Use ids with commas between them').optional(),
});

/** One number over the period, what it was in the period it is compared with, and its course. Null: nothing to divide by. */
const figure = z.number().nullable();
export const HqFigure = z
  .object({
    value: figure,
    previous: figure,
    series: z.array(figure),
    /** Of how many a percentage is taken; null for what is counted itself. */
    of: z.int().nullable(),
  })
  .meta({ id: 'HqFigure' });
export type HqFigure = z.infer<typeof HqFigure>;

const CenterTotals = z.object({
  newLeads: z.int(),
  trialsAttended: z.int(),
  enrolled: z.int(),
  activeStudents: z.int(),
  attendancePercent: figure,
  /** Marks that the attendance is taken of. */
  expected: z.int(),
  seatsFilledPercent: figure,
  renewalPercent: figure,
  renewalsDue: z.int(),
  collected: Money,
});

export const HqCenter = z
  .object({
    center: Center,
    ...CenterTotals.shape,
    due: Money,
    lastAttendanceOn: LocalDate.nullable(),
    previous: CenterTotals,
    /** How many of those expected came, in percent, over the steps of the period. */
    attendance: z.array(figure),
  })
  .meta({ id: 'HqCenter' });
export type HqCenter = z.infer<typeof HqCenter>;

export const funnelStages = [
  'LEADS',
  'TRIALS_BOOKED',
  'TRIALS_ATTENDED',
  'ENROLLED',
  'RENEWALS_DUE',
  'RENEWED',
] as const;

export const HqDashboard = z
  .object({
    from: LocalDate,
    to: LocalDate,
    previous: z.object({ from: LocalDate, to: LocalDate }),
    /** The first day of each step of the courses below. */
    steps: z.array(LocalDate),
    figures: z.object({
      newLeads: HqFigure,
      trialsAttended: HqFigure,
      enrolled: HqFigure,
      trialToEnrolledPercent: HqFigure,
      activeStudents: HqFigure,
      attendancePercent: HqFigure,
      seatsFilledPercent: HqFigure,
      renewalPercent: HqFigure,
      /** In minor units; a currency each. */
      collected: z.array(z.object({ currency: Currency, ...HqFigure.shape })),
    }),
    funnel: z.array(z.object({ stage: z.enum(funnelStages), count: z.int(), previous: z.int() })),
    /** Only hours in which a session began. */
    utilisation: z.array(
      z.object({ weekday: Weekday, hour: z.int().min(0).max(23), seats: z.int(), seatsTaken: z.int() }),
    ),
    revenue: z.array(z.object({ plan: z.string(), sold: z.int(), invoiced: Money, previous: Money })),
    centers: z.array(HqCenter),
  })
  .meta({ id: 'HqDashboard' });
export type HqDashboard = z.infer<typeof HqDashboard>;

export const getHqDashboard = operation({
  id: 'getHqDashboard',
  method: 'GET',
  path: '/hq/dashboard',
  permission: 'hq:read',
  scope: 'organization',
  tag: 'Dashboard',
  summary: 'All centers side by side, and together',
  query: HqPeriod,
  answer: HqDashboard,
});

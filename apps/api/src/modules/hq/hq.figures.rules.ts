import type { HqCenter, HqDashboard, HqFigure } from '@cartwheel/contracts';
import type { CenterFigures, Counts } from './hq.repository.ts';
import { percent } from './hq.rules.ts';

type Count = (counts: Counts) => number;

/** A part of a whole, in percent. */
interface Share {
  part: Count;
  whole: Count;
}

const attendance: Share = { part: ({ present }) => present, whole: ({ expected }) => expected };
const seatsFilled: Share = { part: ({ seatsTaken }) => seatsTaken, whole: ({ seats }) => seats };
const renewal: Share = { part: ({ renewed }) => renewed, whole: ({ renewalsDue }) => renewalsDue };
const trialToEnrolled: Share = { part: ({ enrolled }) => enrolled, whole: ({ trialsAttended }) => trialsAttended };

const percentOf =
  ({ part, whole }: Share) =>
  (counts: Counts) =>
    percent(part(counts), whole(counts));

/** Several centers as one. */
interface Together {
  now: Counts;
  before: Counts;
  steps: Counts[];
}

/** All centers as one: counts are added, percentages are taken of the sums. */
export function figuresOf(centers: readonly CenterFigures[]): HqDashboard['figures'] {
  const all = together(centers);
  return {
    newLeads: figure(all, ({ newLeads }) => newLeads),
    trialsAttended: figure(all, ({ trialsAttended }) => trialsAttended),
    enrolled: figure(all, ({ enrolled }) => enrolled),
    trialToEnrolledPercent: share(all, trialToEnrolled),
    activeStudents: figure(all, ({ activeStudents }) => activeStudents),
    attendancePercent: share(all, attendance),
    seatsFilledPercent: share(all, seatsFilled),
    renewalPercent: share(all, renewal),
    collected: collected(centers),
  };
}

export function funnelOf(centers: readonly CenterFigures[]): HqDashboard['funnel'] {
  const { now, before } = together(centers);
  const stage = (name: HqDashboard['funnel'][number]['stage'], read: (counts: Counts) => number) => ({
    stage: name,
    count: read(now),
    previous: read(before),
  });
  return [
    stage('LEADS', ({ newLeads }) => newLeads),
    stage('TRIALS_BOOKED', ({ trialsBooked }) => trialsBooked),
    stage('TRIALS_ATTENDED', ({ trialsAttended }) => trialsAttended),
    stage('ENROLLED', ({ enrolled }) => enrolled),
    stage('RENEWALS_DUE', ({ renewalsDue }) => renewalsDue),
    stage('RENEWED', ({ renewed }) => renewed),
  ];
}

export function centerOf({ center, due, lastAttendanceOn, now, before, steps }: CenterFigures): HqCenter {
  return {
    center,
    ...totals(now, center.currency),
    due,
    lastAttendanceOn,
    previous: totals(before, center.currency),
    attendance: steps.map(percentOf(attendance)),
  };
}

function totals(counts: Counts, currency: string): HqCenter['previous'] {
  const { newLeads, trialsAttended, enrolled, activeStudents, expected, renewalsDue, collectedMinor } = counts;
  return {
    newLeads,
    trialsAttended,
    enrolled,
    activeStudents,
    attendancePercent: percentOf(attendance)(counts),
    expected,
    seatsFilledPercent: percentOf(seatsFilled)(counts),
    renewalPercent: percentOf(renewal)(counts),
    renewalsDue,
    collected: { amountMinor: collectedMinor, currency },
  };
}

function figure({ now, before, steps }: Together, count: Count): HqFigure {
  return { value: count(now), previous: count(before), series: steps.map(count), of: null };
}

function share({ now, before, steps }: Together, one: Share): HqFigure {
  const read = percentOf(one);
  return { value: read(now), previous: read(before), series: steps.map(read), of: one.whole(now) };
}

function collected(centers: readonly CenterFigures[]): HqDashboard['figures']['collected'] {
  const byCurrency = Map.groupBy(centers, ({ center }) => center.currency);
  return [...byCurrency].map(([currency, own]) => ({
    currency,
    ...figure(together(own), ({ collectedMinor }) => collectedMinor),
  }));
}

function together(centers: readonly CenterFigures[]): Together {
  const steps = centers[0]?.steps ?? [];
  return {
    now: added(centers.map(({ now }) => now)),
    before: added(centers.map(({ before }) => before)),
    steps: steps.map((_, step) => added(centers.flatMap((center) => center.steps[step] ?? []))),
  };
}

const nothing: Counts = {
  newLeads: 0,
  trialsBooked: 0,
  trialsAttended: 0,
  enrolled: 0,
  renewalsDue: 0,
  renewed: 0,
  seats: 0,
  seatsTaken: 0,
  present: 0,
  expected: 0,
  collectedMinor: 0,
  activeStudents: 0,
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own keys
const names = Object.keys(nothing) as (keyof Counts)[];

function added(all: readonly Counts[]): Counts {
  const sum = { ...nothing };
  for (const counts of all) for (const name of names) sum[name] += counts[name];
  return sum;
}

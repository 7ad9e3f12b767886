import { addDays, addMonths, weekdayOf } from '@cartwheel/domain/calendar';
import type { Dice } from './dice.ts';
import type { OpenCenter } from './organization.ts';
import type { Progress } from './progress-story.ts';
import { type BatchScript, notes, type OrganizationScript, sources } from './script.ts';
import { Refused } from './stage.ts';

interface OpenLead {
  id: string;
  batchId: string;
  batch: BatchScript;
  /** The day on which something happens with it next. */
  next: string;
  stage: 'ASKED' | 'TRIAL' | 'AFTER';
  introId?: string;
}

export interface Story {
  script: OrganizationScript;
  center: OpenCenter;
  dice: Dice;
  at: (date: string, time: string) => void;
  today: string;
  plans: { id: string; weight: number; planType: string }[];
  batches: { id: string; script: BatchScript }[];
  progress: Progress;
  open: OpenLead[];
  phones: number;
}

type Lead = { id: string };
interface Session {
  id: string;
  seatsLeft: number;
  date: string;
}

/** Families call, walk in and write. */
export async function enquire(story: Story, date: string, times: number): Promise<void> {
  const { dice, center } = story;
  const perDay = (center.script.enquiries / 7) * times;
  const count = Math.floor(perDay) + (dice.chance(perDay % 1) ? 1 : 0);
  for (let n = 0; n < count; n++) {
    story.at(date, `${String(dice.between(10, 18)).padStart(2, '0')}:${String(dice.between(10, 59))}`);
    await ask(story, date);
  }
}

export async function ask(story: Story, date: string): Promise<OpenLead | undefined> {
  const { dice, script, center } = story;
  const batch = dice.pick(story.batches);
  const lastName = dice.pick(script.lastNames);
  const age = dice.between(batch.script.ageMin, Math.min(batch.script.ageMax, 45));
  const born = addDays(addMonths(date, -12 * age), -dice.between(5, 300));
  const firstName = dice.pick(script.firstNames);
  const phone = `${script.phone}${String(100_000 + ((++story.phones * 7919) % 900_000)).padStart(6, '0')}`.slice(0, 10);
  const guardian = script.adults
    ? { name: `${firstName} ${lastName}`, relationship: 'SELF' }
    : { name: `${dice.pick(script.parentNames)} ${lastName}`, relationship: dice.pick(['MOTHER', 'FATHER']) };
  const lead = await refusedIsFine(() =>
    center.desk.do<Lead>('POST', '/leads', {
      child: { firstName, lastName, dob: born },
      guardians: [
        {
          ...guardian,
          phone,
          ...(dice.chance(0.6) && {
            email: `${lastName.replace(/\W/g, '').toLowerCase()}.${story.phones}@mail.example`,
          }),
        },
      ],
      source: dice.pick(sources),
      preferredDays: batch.script.daysOfWeek.slice(0, 2),
      discoveryNotes: dice.chance(0.5) ? dice.pick(notes) : undefined,
      assignedToUserId: center.desk.id,
      nextFollowUpAt: undefined,
    }),
  );
  if (!lead) return undefined;
  const open: OpenLead = {
    id: lead.id,
    batchId: batch.id,
    batch: batch.script,
    next: addDays(date, dice.between(0, 2)),
    stage: 'ASKED',
  };
  story.open.push(open);
  return open;
}

/** What the desk does with its leads at the end of a day. */
export async function followLeads(story: Story, date: string): Promise<void> {
  story.at(date, '20:00');
  for (const lead of story.open.filter(({ next }) => next <= date)) {
    const act = { ASKED: offerTrial, TRIAL: afterTrial, AFTER: decide }[lead.stage];
    await refusedIsFine(() => act(story, lead, date));
  }
}

export async function offerTrial(story: Story, lead: OpenLead, date: string): Promise<void> {
  const { dice, center } = story;
  if (dice.chance(0.15)) return lose(story, lead, date);
  const answer = await center.desk.do<{ items: Session[] }>(
    'GET',
    `/class-sessions?batchId=${lead.batchId}&from=${addDays(date, 1)}&to=${addDays(date, 8)}`,
  );
  const session = answer.items.find(({ seatsLeft }) => seatsLeft > 0);
  if (!session) {
    lead.next = addDays(date, 3);
    return;
  }
  const intro = await center.desk.do<{ id: string }>('POST', '/intro-visits', {
    leadId: lead.id,
    classSessionId: session.id,
  });
  Object.assign(lead, { stage: 'TRIAL', introId: intro.id, next: session.date });
}

/** The trainer has marked the trial during the class; the desk calls the day after. */
async function afterTrial(story: Story, lead: OpenLead, date: string): Promise<void> {
  Object.assign(lead, { stage: 'AFTER', next: addDays(date, story.dice.between(1, 4)) });
}

async function decide(story: Story, lead: OpenLead, date: string): Promise<void> {
  const { dice, center } = story;
  if (dice.chance(0.2)) {
    await center.desk.do('POST', `/leads/${lead.id}/notes`, { text: dice.pick(notes) });
    lead.next = addDays(date, 4);
    return;
  }
  if (dice.chance(0.25)) return lose(story, lead, date);
  await enroll(story, lead, date);
}

async function lose(story: Story, lead: OpenLead, _date: string): Promise<void> {
  const reason = story.dice.pick(['COST', 'TIMING', 'NO_RESPONSE', 'MOVED_AWAY', 'CHOSE_COMPETITOR']);
  await story.center.desk.do('POST', `/leads/${lead.id}/mark-dead`, { reason });
  story.open = story.open.filter((other) => other !== lead);
}

async function enroll(story: Story, lead: OpenLead, date: string): Promise<void> {
  const { dice, center } = story;
  const weighted = story.plans.flatMap((plan) => Array.from({ length: plan.weight }, () => plan));
  const days = daysFrom(lead.batch.daysOfWeek, dice);
  const startDate = nextOn(addDays(date, 1), days);
  const terms = { planId: dice.pick(weighted).id, startDate, batchIds: [lead.batchId], daysSelected: days };
  const quote = await center.desk.do<{ total: { amountMinor: number } }>('POST', '/enrollments/quote', terms);
  const wantsDiscount = dice.chance(0.2);
  const paysNow = !wantsDiscount && dice.chance(0.85);
  const method = dice.pick(['UPI', 'UPI', 'UPI', 'CASH', 'CARD', 'BANK_TRANSFER']);
  const made = await center.desk.do<{ invoice: { id: string; discounts: { id: string }[] } }>(
    'POST',
    `/leads/${lead.id}/convert`,
    {
      enrollment: {
        ...terms,
        ...(wantsDiscount && { discount: { type: 'PERCENT', value: 10, reason: 'Sibling' } }),
        ...(paysNow && {
          payment: {
            amountMinor: quote.total.amountMinor,
            method,
            reference: method === 'CASH' ? undefined : referenceOf(method, dice.between(100_000, 999_999)),
          },
        }),
      },
    },
  );
  story.open = story.open.filter((other) => other !== lead);
  if (wantsDiscount) await settleDiscount(story, made.invoice);
}

/** One or two days of the week, no two in a row where the class allows it. */
function daysFrom(week: readonly string[], dice: Dice): string[] {
  const first = dice.between(0, week.length - 1);
  const second = (first + 2) % week.length;
  return week.filter((_, at) => at === first || (at === second && dice.chance(0.75)));
}

async function settleDiscount(
  { center, dice }: Story,
  invoice: { id: string; discounts: { id: string }[] },
): Promise<void> {
  const [discount] = invoice.discounts;
  if (!discount) return;
  const { invoice: decided } = await center.admin.do<{ invoice: { due: { amountMinor: number } } }>(
    'POST',
    `/discounts/${discount.id}/approve`,
  );
  if (dice.chance(0.7)) {
    await center.desk.do('POST', '/payments', {
      invoiceId: invoice.id,
      amountMinor: decided.due.amountMinor,
      method: 'UPI',
      reference: referenceOf('UPI', dice.between(100_000, 999_999)),
    });
  }
}

/** As it stands on the slip; the method is said beside it. */
function referenceOf(method: string, digits: number): string {
  if (method === 'CARD') return `Auth ${digits}`;
  return method === 'BANK_TRANSFER' ? `UTR 26325${digits}` : `632511${digits}`;
}

export function nextOn(from: string, days: readonly string[]): string {
  let date = from;
  while (!days.includes(weekdayOf(date))) date = addDays(date, 1);
  return date;
}

/** A full class or a child that came before is part of life: the story goes on without it. */
async function refusedIsFine<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refused && (error.status === 409 || error.status === 422)) return undefined;
    throw error;
  }
}

import { addDays, instantOf, todayIn, weekdayOf } from '@cartwheel/domain/calendar';
import { Dice } from './dice.ts';
import { freezeDaysOf, letPlansRest } from './freezes-story.ts';
import { payInParts } from './installments-story.ts';
import { enquire, followLeads, type Story } from './leads-story.ts';
import type { OpenCenter, OpenOrganization } from './organization.ts';
import { planLearning } from './progress-story.ts';
import { teachDay } from './classes-story.ts';
import { followRenewals } from './renewals-story.ts';
import { writeReportCards } from './report-cards-story.ts';
import { announceAbsences } from './make-ups-story.ts';
import { throughTheDoor } from './door-story.ts';
import { endingToday } from './today-story.ts';

const WEEKS = 11;
const CALLING_DAYS = new Set(['TUE', 'FRI']);
type Made = { id: string };

/** One center from its first day, eleven weeks ago, until this morning. */
export async function playCenter({ script }: OpenOrganization, center: OpenCenter): Promise<void> {
  const now = new Date();
  const today = todayIn(script.timezone, now);
  const firstDay = addDays(today, -7 * WEEKS);
  const at = (date: string, time: string) => {
    const moment = new Date(instantOf(date, time, script.timezone).instant);
    center.stage.setTime(moment < now ? moment : now);
  };
  at(firstDay, '08:00');
  const story: Story = {
    script,
    center,
    dice: new Dice(seedOf(center.script.slug)),
    at,
    today,
    ...(await openDoors(script, center)),
    open: [],
    phones: 0,
  };
  for (let date = firstDay; date < today; date = addDays(date, 1)) {
    if (weekdayOf(date) === 'MON' || date === firstDay) {
      at(date, '08:30');
      await center.admin.do('POST', '/class-sessions/generate', { until: addDays(date, 42) });
    }
    await enquire(story, date, date === firstDay ? 4 : 1);
    if (CALLING_DAYS.has(weekdayOf(date))) await followRenewals(story, date);
    await teachDay(story, date);
    await followLeads(story, date);
  }
  await payInParts(story);
  await letPlansRest(story);
  await announceAbsences(story);
  await writeReportCards(story);
  await endingToday(story);
  await throughTheDoor(story);
}

/** Another story for every center, and the same one every time. */
function seedOf(slug: string): number {
  return Array.from(slug, (letter) => letter.charCodeAt(0)).reduce((sum, code) => (sum * 31 + code) | 0, 7);
}

/** Settings, plans and batches: what an admin does before the first family comes. */
async function openDoors(script: Story['script'], center: OpenCenter) {
  const { admin } = center;
  await admin.do('PATCH', `/centers/${center.id}/settings`, {
    invoices: {
      prefix: center.script.slug.slice(0, 3).toUpperCase(),
      taxName: script.tax.name,
      taxBasisPoints: script.tax.basisPoints,
      legalName: `${script.name} ${center.script.name}`,
      registrationNumber: center.script.registration,
      ...(script.country === 'US' && { financialYearStartMonth: 1 }),
    },
    // Here the front desk brings in its own spreadsheets; by itself only an admin may.
    leads: { frontDeskMayImport: true },
    ...(script.adults && { terms: { student: 'CLIENT', trainer: 'TEACHER', batch: 'CLASS' } }),
  });
  const plans: (Made & { weight: number; planType: string })[] = [];
  for (const { weight, ...plan } of script.plans) {
    const made = await admin.do<Made>('POST', '/plans', {
      ...plan,
      freezeDaysAllowed: freezeDaysOf(plan.planType),
      centerId: center.id,
    });
    plans.push({ id: made.id, weight, planType: plan.planType });
  }
  const progress = await planLearning(center, script.adults);
  const batches: (Made & { script: (typeof script.batches)[number] })[] = [];
  for (const batch of script.batches) {
    const { trainer, ...rest } = batch;
    const curriculum = progress.curriculumOf(batch);
    const trainerUserIds = [center[trainer].id];
    const made = await admin.do<Made>('POST', '/batches', { ...rest, trainerUserIds, curriculumId: curriculum?.id });
    batches.push({ id: made.id, script: batch });
    if (curriculum) progress.learned.set(made.id, curriculum);
  }
  return { plans, batches, progress };
}

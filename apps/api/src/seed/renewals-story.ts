import { addDays, instantOf } from '@cartwheel/domain/calendar';
import type { Story } from './leads-story.ts';
import { Refused } from './stage.ts';

interface Renewal {
  enrollmentId: string;
  lastContact: object | null;
}

const words = [
  'Asks about Saturdays',
  'Exams until the 10th',
  'Wants to talk to the trainer',
  'Back from holidays soon',
];

/** Twice a week the desk calls the families whose plans end, and some of those whose plans have ended. */
export async function followRenewals(story: Story, date: string): Promise<void> {
  const { center } = story;
  story.at(date, '11:30');
  for (const tab of ['DAYS_7', 'OVERDUE']) {
    const { items } = await center.desk.do<{ items: Renewal[] }>('GET', `/renewals?tab=${tab}&limit=40`);
    for (const renewal of items) await talk(story, renewal, date);
  }
}

async function talk(story: Story, { enrollmentId, lastContact }: Renewal, date: string): Promise<void> {
  const { dice, center } = story;
  const luck = dice.roll();
  if (!lastContact && luck < 0.15) return;
  if (luck < (lastContact ? 0.55 : 0.4)) return renew(story, enrollmentId);
  if (lastContact && luck > 0.9) {
    const reason = dice.pick(['COST', 'TIMING', 'MOVED_AWAY', 'LOST_INTEREST']);
    await center.desk.do('POST', `/renewals/${enrollmentId}/lost`, { reason });
    return;
  }
  const owner = dice.pick([center.desk.id, center.admin.id]);
  await center.desk.do('POST', '/renewals/assign', { enrollmentIds: [enrollmentId], assignedToUserId: owner });
  await center.desk.do('POST', `/renewals/${enrollmentId}/contacts`, {
    channel: dice.pick(['CALL', 'WHATSAPP']),
    outcome: dice.pick(['WILL_RENEW', 'THINKING', 'THINKING', 'NO_ANSWER']),
    ...(dice.chance(0.5) && { note: dice.pick(words) }),
    nextDueAt: instantOf(addDays(date, 3), '10:00', story.script.timezone).instant,
  });
}

/** A class that has filled up, or a plan that is not sold any more, leaves the family where it is. */
async function renew({ dice, center }: Story, enrollmentId: string): Promise<void> {
  try {
    const quote = await center.desk.do<{ total: { amountMinor: number } }>(
      'POST',
      `/enrollments/${enrollmentId}/renew/quote`,
      {},
    );
    const payment = { amountMinor: quote.total.amountMinor, method: dice.pick(['UPI', 'UPI', 'CASH', 'CARD']) };
    await center.desk.do('POST', `/enrollments/${enrollmentId}/renew`, dice.chance(0.85) ? { payment } : {});
  } catch (error) {
    if (!(error instanceof Refused) || error.status >= 500) throw error;
  }
}

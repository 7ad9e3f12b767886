import { addDays, instantOf } from '@cartwheel/domain/calendar';
import { ask, offerTrial, type Story } from './leads-story.ts';
import { teach } from './classes-story.ts';

interface Session {
  id: string;
  batchId: string | null;
  startTime: string;
  endTime: string;
  endsAt: string;
  status: string;
  seatsLeft: number;
  trainer: { id: string } | null;
}

/** The morning of today: leads that wait for a call, a trial in a class of today, a discount nobody has decided. */
export async function endingToday(story: Story): Promise<void> {
  const { center, today, dice } = story;
  const now = new Date();
  const yesterday = addDays(today, -1);
  story.at(yesterday, '18:00');
  const asked = [];
  for (let n = 0; n < 6; n++) asked.push(await ask(story, yesterday));
  const [first, second, third, fourth] = asked.filter((lead) => lead !== undefined);
  if (first)
    await center.desk.do('POST', '/follow-ups', {
      leadId: first.id,
      channel: 'CALL',
      dueAt: instantOf(yesterday, '19:30', story.script.timezone).instant,
      note: 'Asked for the fees',
    });
  if (second)
    await center.desk.do('POST', '/follow-ups', {
      leadId: second.id,
      channel: 'WHATSAPP',
      dueAt: instantOf(today, '20:30', story.script.timezone).instant,
      note: 'Send pictures of the gym',
    });
  if (third) await offerTrial(story, third, yesterday).catch(() => undefined);

  const { items } = await center.admin.do<{ items: Session[] }>('GET', `/class-sessions?date=${today}`);
  const later = items.find((session) => Date.parse(session.endsAt) > now.getTime() && session.seatsLeft > 0);
  if (fourth && later)
    await center.desk
      .do('POST', '/intro-visits', { leadId: fourth.id, classSessionId: later.id })
      .catch(() => undefined);
  for (const session of items.filter(
    ({ endsAt, status }) => Date.parse(endsAt) < now.getTime() && status !== 'CANCELLED',
  )) {
    story.at(today, session.startTime);
    await teach(story, session);
  }

  story.at(today, '23:59');
  const due = await center.desk.do<{ items: { id: string }[] }>('GET', '/invoices?due=true&limit=3');
  const [open] = due.items;
  if (open && dice)
    await center.desk.do('POST', '/discounts', { invoiceId: open.id, type: 'PERCENT', value: 5, reason: 'Early bird' });
}

import { addDays } from '@cartwheel/domain/calendar';
import { monthlyParts } from '@cartwheel/domain/installments';
import type { Story } from './leads-story.ts';

interface Due {
  id: string;
  due: { amountMinor: number };
}

/** Families who pay in parts: one is late, one has paid the first part, for one the first part falls due in two days. */
export async function payInParts(story: Story): Promise<void> {
  const { center, today } = story;
  const before = addDays(today, -21);
  story.at(before, '12:30');
  const { items } = await center.desk.do<{ items: Due[] }>('GET', `/invoices?due=true&to=${before}&limit=3`);
  const firstDays = [addDays(today, -12), addDays(today, -18), addDays(today, 2)];
  for (const [at, invoice] of items.entries()) {
    const installments = monthlyParts(invoice.due.amountMinor, 3, firstDays[at]!);
    await center.desk.do('PUT', `/invoices/${invoice.id}/installments`, { installments });
    const [first] = installments;
    if (at !== 1 || !first) continue;
    story.at(first.dueDate, '17:40');
    await center.desk.do('POST', '/payments', { invoiceId: invoice.id, amountMinor: first.amountMinor, method: 'UPI' });
  }
}

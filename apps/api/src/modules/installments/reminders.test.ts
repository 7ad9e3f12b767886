import { monthlyParts } from '@cartwheel/domain/installments';
import { enrolled, NOW, readyCenter, TODAY } from '../../../test/cast-enrollments.ts';
import type { Cast } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async () => readyCenter(await api.newCenter());
const thirds = monthlyParts(450_000, 3, '2026-11-25');

async function nights(center: Cast, date: string, times = 1): Promise<void> {
  for (let night = 0; night < times; night++) {
    await center.rows(`insert into outbox_events (center_id, name, payload) values ($1, 'night.fell', $2)`, [
      center.id,
      JSON.stringify({ date }),
    ]);
    await api.settle();
  }
}

describe('the night', () => {
  const mails = async (center: Cast, studentId: string) =>
    (
      await center.rows<{ subject: string }>(
        `select m.subject from mailbox_messages m join guardians g on g.email = m.recipient
         join family_links f on f.guardian_id = g.id where f.student_id = $1 order by m.created_at, m.id`,
        [studentId],
      )
    ).map(({ subject }) => subject);
  const withMail = async (at: Awaited<ReturnType<typeof ready>>) => {
    const { enrollment, invoice } = await enrolled(at, { installments: thirds });
    await at.center.rows(`update guardians set email = id || '@family.example' where center_id = $1`, [at.center.id]);
    return { studentId: enrollment.studentId as string, invoiceId: invoice.id as string };
  };
  const told = async (center: Cast) =>
    (await center.rows(`select from outbox_events where center_id = $1 and name = 'installment.overdue'`, [center.id]))
      .length;

  it('reminds a family days before and when it is overdue, each once, however often it falls', async () => {
    const at = await ready();
    const { studentId } = await withMail(at);
    await nights(at.center, TODAY);
    expect(await mails(at.center, studentId)).toEqual([]);
    api.setNow(new Date('2026-11-21T20:00:00Z'));
    await nights(at.center, '2026-11-22', 2);
    expect(await mails(at.center, studentId)).toEqual(['₹1,500.00 for Asha is due on 25 Nov 2026']);
    api.setNow(new Date('2026-11-25T20:00:00Z'));
    await nights(at.center, '2026-11-26', 2);
    expect((await mails(at.center, studentId)).slice(1)).toEqual(['₹1,500.00 for Asha was due on 25 Nov 2026']);
    expect(await told(at.center)).toBe(1);
  });

  it('says nothing of what is paid, nor where the center wants no reminders', async () => {
    const at = await ready();
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ invoices: { installmentReminderDays: null } });
    const silent = await withMail(at);
    const { invoiceId } = await withMail(at);
    await at.desk.post('/payments').send({ invoiceId, amountMinor: 150_000, method: 'UPI' });
    api.setNow(new Date('2026-11-25T20:00:00Z'));
    await nights(at.center, '2026-11-26');

    expect(await mails(at.center, silent.studentId)).toEqual([]);
    expect(await told(at.center)).toBe(1);
  });
});

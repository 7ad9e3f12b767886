import { enrolled, NOW, readyCenter } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const tenPercent = { type: 'PERCENT', value: 10, reason: 'Sibling' };

async function billed(more: object = {}) {
  const at = await readyCenter(await api.newCenter());
  const { invoice, enrollment } = await enrolled(at, more);
  return { ...at, invoiceId: invoice.id as string, invoice, enrollment };
}

describe('a discount the desk asks for', () => {
  it('waits, shows as pending, and changes nothing until then', async () => {
    const { invoice, enrollment } = await billed({ discount: tenPercent });

    expect(invoice).toMatchObject({
      total: { amountMinor: 450_000 },
      discount: { amountMinor: 0 },
      pendingDiscount: { amountMinor: 45_000 },
      discounts: [
        {
          status: 'PENDING',
          type: 'PERCENT',
          value: 10,
          reason: 'Sibling',
          requestedBy: { name: 'Deepa' },
          decidedBy: null,
        },
      ],
    });
    expect(enrollment.due.amountMinor).toBe(450_000);
  });

  it('is mailed to the admins with the way to the list', async () => {
    const at = await billed({ discount: tenPercent });
    await api.settle();
    const [mail] = await at.center.rows<{ subject: string; text: string }>(
      `select subject, text from mailbox_messages where recipient = (select email from users where id = $1)`,
      [at.admin.id],
    );

    expect(mail!.subject).toBe('A discount of ₹450.00 waits for your decision');
    expect(mail!.text).toContain('Deepa asks for a discount of ₹450.00');
    expect(mail!.text).toMatch(/\/c\/c-[0-9a-f-]+\/payments\?tab=discounts$/);
  });

  it('applies when it is approved; what was paid beyond the new total is credit', async () => {
    const at = await billed({ discount: tenPercent, payment: { amountMinor: 450_000, method: 'UPI' } });
    const [{ id }] = at.invoice.discounts;
    const answer = await at.admin.post(`/discounts/${id}/approve`).send();

    expect(answer.body.discount).toMatchObject({ status: 'APPROVED', decidedBy: { name: 'Anita' } });
    expect(answer.body.invoice).toMatchObject({
      status: 'PAID',
      total: { amountMinor: 405_000 },
      paid: { amountMinor: 405_000 },
      creditOnAccount: { amountMinor: 45_000 },
      pendingDiscount: null,
    });
  });

  it('is decided once', async () => {
    const at = await billed({ discount: tenPercent });
    const [{ id }] = at.invoice.discounts;
    const answers = await Promise.all([1, 2, 3].map(() => at.admin.post(`/discounts/${id}/approve`).send()));
    const rejected = await at.admin.post(`/discounts/${id}/reject`).send({ reason: 'No' });

    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409]);
    expect([rejected.status, rejected.body.code]).toEqual([409, 'invalid_transition']);
    expect((await at.desk.get(`/invoices/${at.invoiceId}`)).body.total.amountMinor).toBe(405_000);
  });

  it('is rejected with the reason, and the invoice stays', async () => {
    const at = await billed({ discount: tenPercent });
    const [{ id }] = at.invoice.discounts;
    const answer = await at.admin.post(`/discounts/${id}/reject`).send({ reason: 'Only for two children' });

    expect(answer.body.discount).toMatchObject({ status: 'REJECTED', rejectReason: 'Only for two children' });
    expect(answer.body.invoice.total.amountMinor).toBe(450_000);
    const { body } = await at.desk.get(`/students/${at.enrollment.studentId}/timeline`);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['discount.requested', 'discount.rejected']),
    );
  });

  it('is not approved by the desk, nor by another center', async () => {
    const at = await billed({ discount: tenPercent });
    const [{ id }] = at.invoice.discounts;
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');

    expect((await at.desk.post(`/discounts/${id}/approve`).send()).status).toBe(403);
    expect((await stranger.post(`/discounts/${id}/approve`).send()).status).toBe(404);
    expect((await stranger.get('/discounts')).body.items).toEqual([]);
  });

  it('applies at once up to the threshold of the center, counted over the whole invoice', async () => {
    const at = await billed();
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ discounts: { approvalThresholdMinor: 30_000 } });
    const ask = () =>
      at.desk.post('/discounts').send({ enrollmentId: at.enrollment.id, type: 'FLAT', value: 20_000, reason: 'x' });
    const [first, second] = [await ask(), await ask()];

    expect(first.body).toMatchObject({
      discount: { status: 'APPROVED' },
      invoice: { total: { amountMinor: 430_000 } },
    });
    expect(second.body).toMatchObject({
      discount: { status: 'PENDING' },
      invoice: { total: { amountMinor: 430_000 } },
    });
    expect((await at.desk.get('/discounts?status=PENDING')).body.items).toHaveLength(1);
  });
});

describe('a discount of an admin', () => {
  it('applies at once and says who decided', async () => {
    const at = await billed();
    const answer = await at.admin.post('/discounts').send({ invoiceId: at.invoiceId, ...tenPercent, value: 12.5 });

    expect(answer.body.discount).toMatchObject({ status: 'APPROVED', decidedBy: { name: 'Anita' }, value: 12.5 });
    expect(answer.body.invoice.total.amountMinor).toBe(393_750);
  });

  it('comes before the tax', async () => {
    const at = await readyCenter(await api.newCenter());
    await at.admin
      .patch(`/centers/${at.center.id}/settings`)
      .send({ invoices: { taxBasisPoints: 1800, taxName: 'GST' } });
    const { invoice } = await enrolled({ desk: at.admin, terms: at.terms }, { discount: tenPercent });

    expect(invoice).toMatchObject({
      subtotal: { amountMinor: 450_000 },
      discount: { amountMinor: 45_000 },
      taxName: 'GST',
      tax: { amountMinor: 72_900 },
      total: { amountMinor: 477_900 },
    });
  });

  it('never makes an invoice negative, however they add up', async () => {
    const at = await billed();
    const flat = (value: number) =>
      at.admin.post('/discounts').send({ invoiceId: at.invoiceId, type: 'FLAT', value, reason: 'x' });
    const pending = await at.desk.post('/discounts').send({ invoiceId: at.invoiceId, ...tenPercent });

    expect((await flat(450_001)).body.code).toBe('amount_too_high');
    expect((await flat(450_000)).body.invoice).toMatchObject({ total: { amountMinor: 0 }, status: 'PAID' });
    const late = await at.admin.post(`/discounts/${pending.body.discount.id}/approve`).send();
    expect([late.status, late.body.code]).toEqual([422, 'amount_too_high']);
  });

  it('is a share of at most everything, and more than nothing', async () => {
    const at = await billed();
    for (const value of [0, -5, 100.01, 33.333]) {
      const answer = await at.admin.post('/discounts').send({ invoiceId: at.invoiceId, ...tenPercent, value });
      expect(answer.status).toBe(400);
    }
  });
});

import { brokenBooks, enrolled, NOW, readyCenter } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));

const cash = { amountMinor: 100_000, method: 'CASH' };

async function billed() {
  const at = await readyCenter(await api.newCenter());
  const { invoice, enrollment } = await enrolled(at);
  return { ...at, invoiceId: invoice.id as string, enrollment };
}

const amounts = ({ body }: { body: { invoice: Record<string, { amountMinor: number }> } }) => [
  body.invoice['paid']!.amountMinor,
  body.invoice['due']!.amountMinor,
  body.invoice['creditOnAccount']!.amountMinor,
];

describe('recording a payment', () => {
  it('settles what is due, whatever the method', async () => {
    const { desk, invoiceId } = await billed();
    for (const method of ['CASH', 'UPI', 'CARD', 'BANK_TRANSFER', 'ONLINE', 'OTHER']) {
      const answer = await desk
        .post('/payments')
        .send({ invoiceId, amountMinor: 75_000, method, reference: `ref ${method}` });
      expect(answer.status).toBe(201);
      expect(answer.body.payment).toMatchObject({
        method,
        reference: `ref ${method}`,
        amount: { amountMinor: 75_000 },
      });
    }

    const { body } = await desk.get(`/invoices/${invoiceId}`);
    expect(body).toMatchObject({ status: 'PAID', due: { amountMinor: 0 } });
    expect(body.payments).toHaveLength(6);
  });

  it('finds the invoice of an enrollment', async () => {
    const { desk, invoiceId, enrollment } = await billed();
    const answer = await desk.post('/payments').send({ enrollmentId: enrollment.id, ...cash });

    expect(answer.body.invoice).toMatchObject({ id: invoiceId, status: 'PARTLY_PAID' });
  });

  it('keeps what is too much as credit, which settles the next invoice', async () => {
    const at = await billed();
    const answer = await at.desk
      .post('/payments')
      .send({ invoiceId: at.invoiceId, amountMinor: 500_000, method: 'UPI' });
    expect(amounts(answer)).toEqual([450_000, 0, 50_000]);

    const next = { studentId: at.enrollment.studentId, ...at.terms, startDate: '2026-12-21' };
    const { body } = await at.desk.post('/enrollments').send(next);
    expect(body.invoice).toMatchObject({
      status: 'PARTLY_PAID',
      due: { amountMinor: 400_000 },
      creditOnAccount: { amountMinor: 0 },
    });
  });

  it('is of now, or of a day up to a year ago', async () => {
    const { desk, invoiceId } = await billed();
    const on = (paidAt: string) => desk.post('/payments').send({ invoiceId, ...cash, paidAt });

    expect((await on('2026-11-22T06:30:00Z')).body.errors[0].path).toBe('paidAt');
    expect((await on('2025-11-01T06:30:00Z')).status).toBe(400);
    expect((await on('2026-11-01T12:00:00+05:30')).body.payment.paidAt).toBe('2026-11-01T06:30:00.000Z');
  });

  it('needs an amount, a target of this center, and a role that may', async () => {
    const { desk, invoiceId, center } = await billed();
    const other = await billed();
    const trainer = await center.staff('TRAINER');

    expect((await desk.post('/payments').send({ invoiceId, method: 'CASH', amountMinor: 0 })).status).toBe(400);
    expect((await desk.post('/payments').send({ ...cash })).body.errors[0].path).toBe('invoiceId');
    expect((await desk.post('/payments').send({ invoiceId: other.invoiceId, ...cash })).body.code).toBe(
      'reference_not_found',
    );
    expect((await trainer.post('/payments').send({ invoiceId, ...cash })).status).toBe(403);
  });
});

describe('the list of payments', () => {
  it('filters by day, method and student, and sums what counts per method', async () => {
    const at = await billed();
    const pay = (more: object) => at.desk.post('/payments').send({ invoiceId: at.invoiceId, ...cash, ...more });
    await pay({});
    const mistake = await pay({ method: 'UPI' });
    await pay({ paidAt: '2026-11-19T20:00:00Z', amountMinor: 5_000 });
    await at.admin.post(`/payments/${mistake.body.payment.id}/void`).send({ reason: 'Wrong child' });

    const all = await at.desk.get('/payments');
    expect(all.body.items).toHaveLength(3);
    expect(all.body.totals).toEqual([{ method: 'CASH', amount: { amountMinor: 105_000, currency: 'INR' }, count: 2 }]);
    expect((await at.desk.get('/payments?from=2026-11-20&to=2026-11-20')).body.items).toHaveLength(1);
    expect((await at.desk.get('/payments?method=UPI')).body.items).toHaveLength(1);
    const first = await at.desk.get('/payments?limit=2');
    const rest = await at.desk.get(`/payments?limit=2&cursor=${first.body.nextCursor}`);
    expect([first.body.items.length, rest.body.items.length]).toEqual([2, 1]);
  });

  it('is empty for another center and closed to trainers', async () => {
    const at = await billed();
    await at.desk.post('/payments').send({ invoiceId: at.invoiceId, ...cash });
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');
    const trainer = await at.center.staff('TRAINER');

    expect((await stranger.get('/payments')).body).toMatchObject({ items: [], totals: [] });
    expect((await trainer.get('/payments')).status).toBe(403);
  });
});

describe('voiding a payment', () => {
  it('makes its invoice due again and stays visible with the reason', async () => {
    const at = await billed();
    const { body } = await at.desk.post('/payments').send({ invoiceId: at.invoiceId, ...cash });
    const voided = await at.admin.post(`/payments/${body.payment.id}/void`).send({ reason: 'Typed twice' });

    expect(amounts(voided)).toEqual([0, 450_000, 0]);
    expect(voided.body.payment).toMatchObject({ voidReason: 'Typed twice' });
    expect(voided.body.invoice.payments).toHaveLength(1);
    const again = await at.admin.post(`/payments/${body.payment.id}/void`).send({ reason: 'Again' });
    expect([again.status, again.body.code]).toEqual([409, 'invalid_transition']);
  });

  it('is for admins, and for payments of this center', async () => {
    const at = await billed();
    const { body } = await at.desk.post('/payments').send({ invoiceId: at.invoiceId, ...cash });
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');
    const path = `/payments/${body.payment.id}/void`;

    expect((await at.desk.post(path).send({ reason: 'x' })).status).toBe(403);
    expect((await stranger.post(path).send({ reason: 'x' })).status).toBe(404);
    expect((await at.admin.post(path).send({})).status).toBe(400);
  });
});

describe('refunding', () => {
  it('is a payment the other way, tied to the first, and makes the invoice due again', async () => {
    const at = await billed();
    const paid = await at.desk
      .post('/payments')
      .send({ invoiceId: at.invoiceId, amountMinor: 450_000, method: 'CARD' });
    const path = `/payments/${paid.body.payment.id}/refund`;
    const answer = await at.admin.post(path).send({ amountMinor: 150_000, reason: 'Moved away' });

    expect(answer.status).toBe(201);
    expect(answer.body.payment).toMatchObject({
      amount: { amountMinor: -150_000 },
      method: 'CARD',
      refundsPaymentId: paid.body.payment.id,
      reason: 'Moved away',
    });
    expect(amounts(answer)).toEqual([300_000, 150_000, 0]);
    const [original] = answer.body.invoice.payments;
    expect(original.refunded.amountMinor).toBe(150_000);
    const tooMuch = await at.admin.post(path).send({ amountMinor: 300_001, reason: 'More' });
    expect([tooMuch.status, tooMuch.body.code]).toEqual([422, 'amount_too_high']);
  });

  it('takes from the credit on account first', async () => {
    const at = await billed();
    const paid = await at.desk.post('/payments').send({ invoiceId: at.invoiceId, amountMinor: 500_000, method: 'UPI' });
    const path = `/payments/${paid.body.payment.id}/refund`;

    expect(amounts(await at.admin.post(path).send({ amountMinor: 50_000, reason: 'Over-paid' }))).toEqual([
      450_000, 0, 0,
    ]);
  });

  it('counts again when the refund itself is voided; until then the payment cannot be', async () => {
    const at = await billed();
    const paid = await at.desk.post('/payments').send({ invoiceId: at.invoiceId, ...cash });
    const path = `/payments/${paid.body.payment.id}`;
    const refund = await at.admin.post(`${path}/refund`).send({ amountMinor: 100_000, reason: 'x' });

    expect((await at.admin.post(`${path}/void`).send({ reason: 'x' })).body.code).toBe('invalid_transition');
    const voided = await at.admin.post(`/payments/${refund.body.payment.id}/void`).send({ reason: 'Never handed out' });
    expect(amounts(voided)).toEqual([100_000, 350_000, 0]);
    expect(
      (await at.admin.post(`/payments/${refund.body.payment.id}/refund`).send({ amountMinor: 1, reason: 'x' })).status,
    ).toBe(409);
  });
});

describe('when many act at once', () => {
  it('fifty times the same key is one payment', async () => {
    const at = await billed();
    const pay = () =>
      at.desk
        .post('/payments')
        .set('idempotency-key', 'one-and-the-same')
        .send({ invoiceId: at.invoiceId, ...cash });
    const answers = await Promise.all(Array.from({ length: 50 }, pay));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.payment.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'])).toHaveLength(49);
    const rows = await at.center.rows('select id from payments where center_id = $1', [at.center.id]);
    expect(rows).toHaveLength(1);
  });

  it('payments with keys of their own settle exactly the total, the rest is credit', async () => {
    const at = await billed();
    const pay = () =>
      at.desk
        .post('/payments')
        .send({ invoiceId: at.invoiceId, ...cash })
        .expect(201);
    await Promise.all(Array.from({ length: 12 }, pay));
    const { body } = await at.desk.get(`/invoices/${at.invoiceId}`);

    expect(amounts({ body: { invoice: body } })).toEqual([450_000, 0, 750_000]);
    expect(await brokenBooks(at.center)).toEqual([]);
  });

  it('refunds never give back more than came', async () => {
    const at = await billed();
    const paid = await at.desk.post('/payments').send({ invoiceId: at.invoiceId, ...cash });
    const path = `/payments/${paid.body.payment.id}/refund`;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => at.admin.post(path).send({ amountMinor: 30_000, reason: 'x' })),
    );

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'amount_too_high')).toHaveLength(7);
    expect(await brokenBooks(at.center)).toEqual([]);
  });

  it('a discount that is approved while people pay leaves the books straight', async () => {
    const at = await billed();
    const asked = await Promise.all(
      [10, 20, 5].map((value) =>
        at.desk.post('/discounts').send({ invoiceId: at.invoiceId, type: 'PERCENT', value, reason: 'Sibling' }),
      ),
    );
    const pay = () =>
      at.desk.post('/payments').send({ invoiceId: at.invoiceId, amountMinor: 45_000, method: 'UPI' }).expect(201);
    const approve = (id: string) => at.admin.post(`/discounts/${id}/approve`).send().expect(200);
    await Promise.all([...Array.from({ length: 10 }, pay), ...asked.map(({ body }) => approve(body.discount.id))]);
    const { body } = await at.desk.get(`/invoices/${at.invoiceId}`);

    expect(body.total.amountMinor).toBe(292_500);
    expect(amounts({ body: { invoice: body } })).toEqual([292_500, 0, 157_500]);
    expect(await brokenBooks(at.center)).toEqual([]);
  });

  it('voids, refunds and payments together leave the books straight', async () => {
    const at = await billed();
    const pay = () => at.desk.post('/payments').send({ invoiceId: at.invoiceId, amountMinor: 150_000, method: 'UPI' });
    const ids = (await Promise.all([pay(), pay(), pay(), pay()])).map(({ body }) => body.payment.id as string);
    await Promise.all([
      ...ids.map((id) => at.admin.post(`/payments/${id}/refund`).send({ amountMinor: 60_000, reason: 'x' })),
      ...ids.map((id) => at.admin.post(`/payments/${id}/void`).send({ reason: 'x' })),
      ...[1, 2, 3].map(pay),
    ]);

    expect(await brokenBooks(at.center)).toEqual([]);
  });
});

import { monthlyParts } from '@cartwheel/domain/installments';
import { brokenBooks, enrolled, NOW, readyCenter, studentOf, TODAY } from '../../../test/cast-enrollments.ts';
import type { Cast, Person } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async () => readyCenter(await api.newCenter());
const thirds = monthlyParts(450_000, 3, '2026-11-25');

interface Shown {
  dueDate: string;
  amount: { amountMinor: number };
  paid: { amountMinor: number };
  status: string;
}
const states = (installments: Shown[]) =>
  installments.map(({ amount, paid, status }) => [amount.amountMinor, paid.amountMinor, status]);
const pay = (desk: Person, invoiceId: string, amountMinor: number) =>
  desk.post('/payments').send({ invoiceId, amountMinor, method: 'UPI' });

/** Access does not last until then: somebody signs in then. */
async function on(center: Cast, now: string) {
  api.setNow(new Date(now));
  return center.staff('CENTER_ADMIN');
}

describe('a schedule at the sale', () => {
  it('is part of the invoice, and the first payment fills the oldest', async () => {
    const at = await ready();
    const { invoice } = await enrolled(at, { installments: thirds, payment: { amountMinor: 200_000, method: 'CASH' } });

    expect(invoice).toMatchObject({
      dueNow: { amountMinor: 0 },
      nextDueOn: '2026-12-25',
      due: { amountMinor: 250_000 },
    });
    expect(states(invoice.installments)).toEqual([
      [150_000, 150_000, 'PAID'],
      [150_000, 50_000, 'PENDING'],
      [150_000, 0, 'PENDING'],
    ]);
  });

  it('adds up to the invoice to the last paisa, or is refused with the difference; then nothing was sold', async () => {
    const at = await ready();
    const wrong = [{ ...thirds[0]!, amountMinor: 149_999 }, ...thirds.slice(1)];
    const before = await at.desk.get('/enrollments');
    const answer = await enrolled(at, { installments: wrong }).catch((error: Error) => JSON.parse(error.message));

    expect(answer).toMatchObject({
      status: 422,
      code: 'installments_mismatch',
      errors: [{ path: 'installments', message: '₹0.01 missing' }],
    });
    expect(answer.detail).toBe('₹0.01 missing: the installments come to ₹4,499.99, due is ₹4,500.00');
    expect((await at.desk.get('/enrollments')).body).toEqual(before.body);
  });

  it('counts the discount that applies at once, and the tax', async () => {
    const at = await ready();
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ invoices: { taxBasisPoints: 1800 } });
    const discount = { type: 'PERCENT', value: 10, reason: 'Sibling' };
    const { invoice } = await enrolled(
      { desk: at.admin, terms: at.terms },
      { discount, installments: monthlyParts(477_900, 4, TODAY) },
    );
    expect(invoice.installments).toHaveLength(4);
  });

  it('is due in order', async () => {
    const at = await ready();
    const installments = [thirds[1], thirds[0], thirds[2]];
    const answer = await enrolled(at, { installments }).catch((error: Error) => JSON.parse(error.message));
    expect(answer.errors).toMatchObject([{ path: 'installments.1.dueDate' }]);
  });

  it('makes nobody unpaid before one of them is overdue', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at, { installments: thirds });
    const student = async (person: Person) => (await person.get(`/students/${enrollment.studentId}`)).body;
    expect([enrollment.paid, (await student(at.desk)).warnings]).toEqual([true, []]);
    const later = await on(at.center, '2026-11-26T06:30:00Z');

    expect((await student(later)).warnings).toEqual([
      { code: 'UNPAID', amount: { amountMinor: 150_000, currency: 'INR' } },
    ]);
    expect((await later.get(`/enrollments/${enrollment.id}`)).body).toMatchObject({
      paid: false,
      due: { amountMinor: 450_000 },
    });
  });
});

describe('what happens to the money afterwards', () => {
  const billed = async () => {
    const at = await ready();
    const { invoice } = await enrolled(at, { installments: thirds });
    const shown = async () => states((await at.desk.get(`/invoices/${invoice.id}`)).body.installments);
    return { ...at, invoiceId: invoice.id as string, shown };
  };

  it('a refund and a void open the newest that were paid', async () => {
    const at = await billed();
    const first = await pay(at.desk, at.invoiceId, 200_000);
    const second = await pay(at.desk, at.invoiceId, 250_000);
    expect((await at.shown()).map(([, paid]) => paid)).toEqual([150_000, 150_000, 150_000]);
    await at.admin.post(`/payments/${second.body.payment.id}/refund`).send({ amountMinor: 200_000, reason: 'x' });
    expect((await at.shown()).map(([, paid]) => paid)).toEqual([150_000, 100_000, 0]);
    await at.admin.post(`/payments/${first.body.payment.id}/void`).send({ reason: 'x' });
    expect((await at.shown()).map(([, paid]) => paid)).toEqual([50_000, 0, 0]);
  });

  it('a discount comes off the last ones, also where it is approved later', async () => {
    const at = await billed();
    const asked = await at.desk
      .post('/discounts')
      .send({ invoiceId: at.invoiceId, type: 'FLAT', value: 200_001, reason: 'x' });
    expect(await at.shown()).toHaveLength(3);
    await at.admin.post(`/discounts/${asked.body.discount.id}/approve`).send();
    expect(await at.shown()).toEqual([
      [150_000, 0, 'PENDING'],
      [99_999, 0, 'PENDING'],
    ]);
    await at.admin.post('/discounts').send({ invoiceId: at.invoiceId, type: 'FLAT', value: 249_999, reason: 'x' });
    expect(await at.shown()).toEqual([]);
  });

  it('what is still due can be planned anew; what was paid stays', async () => {
    const at = await billed();
    await pay(at.desk, at.invoiceId, 200_000);
    const path = `/invoices/${at.invoiceId}/installments`;
    const wrong = await at.desk.put(path).send({ installments: monthlyParts(250_001, 2, '2027-01-10') });
    const answer = await at.desk.put(path).send({ installments: monthlyParts(250_000, 2, '2027-01-10') });

    expect([wrong.status, wrong.body.code, wrong.body.errors[0].message]).toEqual([
      422,
      'installments_mismatch',
      '₹0.01 too much',
    ]);
    expect(states(answer.body.items)).toEqual([
      [150_000, 150_000, 'PAID'],
      [50_000, 50_000, 'PAID'],
      [125_000, 0, 'PENDING'],
      [125_000, 0, 'PENDING'],
    ]);
    await pay(at.desk, at.invoiceId, 250_000);
    expect((await at.desk.put(path).send({ installments: thirds })).body.code).toBe('invalid_transition');
  });

  it('an invoice that was due at once can be planned too', async () => {
    const at = await ready();
    const { invoice } = await enrolled(at, { payment: { amountMinor: 100_000, method: 'CASH' } });
    const answer = await at.desk
      .put(`/invoices/${invoice.id}/installments`)
      .send({ installments: monthlyParts(350_000, 2, '2026-12-01') });
    expect(states(answer.body.items)).toEqual([
      [100_000, 100_000, 'PAID'],
      [175_000, 0, 'PENDING'],
      [175_000, 0, 'PENDING'],
    ]);
  });

  it('the database lets nobody commit a schedule that does not add up', async () => {
    const at = await billed();
    const change = at.center.rows(
      'update installments set amount_minor = amount_minor - 1 where invoice_id = $1 and position = 3',
      [at.invoiceId],
    );
    await expect(change).rejects.toMatchObject({ message: 'installments_mismatch' });
  });
});

describe('the list', () => {
  it('is in the order of the days, by status, day, student and page, with what is open', async () => {
    const at = await ready();
    await enrolled(at, { installments: thirds, payment: { amountMinor: 150_000, method: 'CASH' } });
    const { enrollment } = await enrolled(at, { installments: monthlyParts(450_000, 2, '2026-12-01') });
    const later = await on(at.center, '2026-12-05T06:30:00Z');
    const due = async (query: string) => (await later.get(`/installments?${query}`)).body;
    const days = (body: { items: Shown[] }) => body.items.map(({ dueDate }) => dueDate);

    expect(await due('status=OVERDUE')).toMatchObject({
      items: [{ dueDate: '2026-12-01', count: 2, studentId: enrollment.studentId, guardianName: 'Meera' }],
      open: { amountMinor: 225_000 },
    });
    expect(days(await due('status=PENDING'))).toEqual(['2026-12-25', '2027-01-01', '2027-01-25']);
    expect(days(await due('status=PAID'))).toEqual(['2026-11-25']);
    expect(days(await due('from=2026-12-01&to=2026-12-25'))).toEqual(['2026-12-01', '2026-12-25']);
    expect(days(await due(`studentId=${enrollment.studentId}`))).toEqual(['2026-12-01', '2027-01-01']);
    const first = await due('limit=2');
    const second = await due(`limit=2&cursor=${first.nextCursor}`);
    expect([...days(first), ...days(second)]).toEqual(['2026-11-25', '2026-12-01', '2026-12-25', '2027-01-01']);
    expect((await later.get('/dashboard')).body.paymentsDue).toMatchObject({
      count: 1,
      amount: { amountMinor: 225_000 },
      items: [{ studentId: enrollment.studentId }],
    });
  });

  it('leaves void invoices out, and is not for trainers, nor over the wall', async () => {
    const at = await ready();
    const { invoice } = await enrolled(at, { installments: thirds });
    const trainer = await at.center.staff('TRAINER');
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');
    const plan = { installments: thirds };

    expect((await trainer.get('/installments')).status).toBe(403);
    expect((await trainer.put(`/invoices/${invoice.id}/installments`).send(plan)).status).toBe(403);
    expect((await stranger.get('/installments')).body.items).toEqual([]);
    expect((await stranger.put(`/invoices/${invoice.id}/installments`).send(plan)).status).toBe(404);
    await at.admin.post(`/invoices/${invoice.id}/void`).send({ reason: 'x' });
    expect((await at.desk.get('/installments')).body.items).toEqual([]);
  });
});

describe('at random', () => {
  it('fifty schedules add up to their invoices, and money fills them in order, whatever happens', async () => {
    const at = await ready();
    const dice = (sides: number) => Math.floor(Math.random() * sides);
    const acts = [
      async (invoiceId: string, paid: string[]) => {
        const { body } = await pay(at.desk, invoiceId, 1 + dice(200_000));
        if (body.payment) paid.push(body.payment.id);
      },
      (_: string, paid: string[]) =>
        at.admin
          .post(`/payments/${paid[dice(paid.length)] ?? at.batchId}/refund`)
          .send({ amountMinor: 1 + dice(90_000), reason: 'x' }),
      (_: string, paid: string[]) =>
        at.admin.post(`/payments/${paid[dice(paid.length)] ?? at.batchId}/void`).send({ reason: 'x' }),
      (invoiceId: string) =>
        at.admin.post('/discounts').send({ invoiceId, type: 'FLAT', value: 1 + dice(120_000), reason: 'x' }),
    ];
    const run = async (sequence: number) => {
      const [invoice] = await at.center.rows<{ id: string }>(
        `insert into invoices (center_id, number, financial_year, sequence, student_id, issued_on, subtotal_minor, total_minor)
         values ($1, 'R-' || $2, 'R', $2::int, $3, $4, 450000, 450000) returning id`,
        [at.center.id, sequence, await studentOf(at.desk), TODAY],
      );
      const paid: string[] = [];
      await at.desk
        .put(`/invoices/${invoice!.id}/installments`)
        .send({ installments: monthlyParts(450_000, 2 + dice(11), TODAY) });
      for (let act = 0; act < 4; act++) await (act === 0 ? acts[0]! : acts[dice(4)]!)(invoice!.id, paid);
      return (await at.desk.get(`/invoices/${invoice!.id}`)).body;
    };
    for (let lot = 0; lot < 10; lot++) {
      for (const invoice of await Promise.all([1, 2, 3, 4, 5].map((nth) => run(lot * 5 + nth)))) {
        const parts: Shown[] = invoice.installments;
        const sum = (field: 'amount' | 'paid') => parts.reduce((total, part) => total + part[field].amountMinor, 0);
        const firstOpen = parts.findIndex(({ amount, paid }) => paid.amountMinor < amount.amountMinor);

        expect(parts.length).toBeGreaterThan(0);
        expect(sum('amount')).toBe(invoice.total.amountMinor);
        expect(sum('paid')).toBe(invoice.paid.amountMinor);
        expect(
          firstOpen < 0 ? 0 : parts.slice(firstOpen + 1).reduce((total, part) => total + part.paid.amountMinor, 0),
        ).toBe(0);
      }
    }
    expect(await brokenBooks(at.center)).toEqual([]);
  });
});

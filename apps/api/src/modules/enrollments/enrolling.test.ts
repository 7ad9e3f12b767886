import { batchOf, enrolled, NOW, planOf, readyCenter, studentOf, TODAY } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async (batch = {}) => readyCenter(await api.newCenter(), batch);

describe('enrolling', () => {
  it('gives places, seats, an invoice and a receipt for the first payment in one step', async () => {
    const at = await ready();
    const { enrollment, invoice, payment } = await enrolled(at, { payment: { amountMinor: 200_000, method: 'UPI' } });

    expect(enrollment).toMatchObject({
      status: 'ACTIVE',
      startDate: TODAY,
      endDate: '2026-12-20',
      planType: 'MONTHLY',
      paid: false,
      batches: [{ id: at.batchId, name: 'Beginners' }],
      upcomingSessions: 8,
      invoiceId: invoice.id,
      due: { amountMinor: 250_000, currency: 'INR' },
    });
    expect(invoice).toMatchObject({
      number: '2026-27/0001',
      status: 'PARTLY_PAID',
      issuedOn: TODAY,
      total: { amountMinor: 450_000 },
      paid: { amountMinor: 200_000 },
      due: { amountMinor: 250_000 },
    });
    expect(payment).toMatchObject({ amount: { amountMinor: 200_000 }, method: 'UPI', invoiceId: invoice.id });
    const places = await at.center.rows('select * from standing_places where center_id = $1', [at.center.id]);
    expect(places).toHaveLength(2);
  });

  it('tells its story, with amounts kept apart', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at, { payment: { amountMinor: 450_000, method: 'CASH' } });
    const { body } = await at.desk.get(`/students/${enrollment.studentId}/timeline`);
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);

    expect(kinds).toEqual(expect.arrayContaining(['enrollment.created', 'payment.recorded']));
    expect(JSON.stringify(body.items.map(({ details }: { details: unknown }) => details))).not.toContain('450000');
  });

  it('copies price and plan, so that a new price list changes nothing', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    await at.admin.patch(`/plans/${at.planId}`).send({ priceMinor: 1, name: 'Renamed' });
    const { body } = await at.desk.get(`/enrollments/${enrollment.id}`);

    expect([body.price.amountMinor, body.planName]).toEqual([450_000, enrollment.planName]);
  });

  it('counts visits where the plan has them', async () => {
    const at = await ready();
    const planId = await planOf(at.admin, { planType: 'PAY_PER_VISIT', kind: 'PACK', visitsIncluded: 8 });
    const { enrollment } = await enrolled(at, { planId });

    expect(enrollment).toMatchObject({ endDate: null, visitsIncluded: 8, visitsLeft: 8, visitsUsed: 0 });
  });

  it('shows one that begins later as pending', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at, { startDate: '2026-12-01' });

    expect([enrollment.status, enrollment.endDate]).toEqual(['PENDING', '2026-12-31']);
  });

  it('leaves nothing behind when the last step fails', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk);
    const payment = { amountMinor: 1000, method: 'CASH', paidAt: '2027-06-01T00:00:00Z' };
    const answer = await at.desk.post('/enrollments').send({ studentId, ...at.terms, payment });
    const { invoice } = await enrolled(at);

    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'payment.paidAt']);
    expect(invoice.number).toBe('2026-27/0001');
    const left = await at.center.rows(
      `select (select count(*) from enrollments where center_id = $1)::int as enrollments, (select count(*) from bookings where center_id = $1)::int as bookings`,
      [at.center.id],
    );
    expect(left).toEqual([{ enrollments: 1, bookings: 8 }]);
  });
});

describe('what cannot be enrolled', () => {
  it('is a student whose family cannot be reached', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk, 'Ravi', { reachable: false });
    const answer = await at.desk.post('/enrollments').send({ studentId, ...at.terms });

    expect([answer.status, answer.body.code]).toEqual([422, 'guardian_contact_required']);
  });

  it('is somebody, something or somewhere of another center', async () => {
    const at = await ready();
    const other = await readyCenter(await at.center.sister());
    const mine = await studentOf(at.desk);
    const theirs = await studentOf(other.desk);
    const wrong = [{ studentId: theirs }, { planId: other.planId }, { batchIds: [other.batchId] }];

    for (const part of wrong) {
      const answer = await at.desk.post('/enrollments').send({ studentId: mine, ...at.terms, ...part });
      expect([answer.status, answer.body.code]).toEqual([422, 'reference_not_found']);
    }
  });

  it('is a student who was archived', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk);
    await at.admin.post(`/students/${studentId}/archive`).send();

    expect((await at.desk.post('/enrollments').send({ studentId, ...at.terms })).body.code).toBe('invalid_transition');
  });

  it('is a day without a class, or a time too far away', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk);
    const wrong = [
      [{ daysSelected: ['SUN'] }, 'daysSelected'],
      [{ startDate: '2026-09-01' }, 'startDate'],
      [{ startDate: '2028-01-01' }, 'startDate'],
      [{ endDate: '2026-11-01' }, 'endDate'],
    ] as const;

    for (const [part, path] of wrong) {
      const answer = await at.admin.post('/enrollments').send({ studentId, ...at.terms, ...part });
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
    }
  });

  it('is the same place twice in the same time; it names the first', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    const again = { studentId: enrollment.studentId, ...at.terms };
    const overlapping = await at.desk
      .post('/enrollments')
      .send({ ...again, startDate: '2026-12-20', daysSelected: ['MON'] });
    const after = await at.desk.post('/enrollments').send({ ...again, startDate: '2026-12-21' });

    expect([overlapping.status, overlapping.body.code, overlapping.body.existingId]).toEqual([
      409,
      'duplicate',
      enrollment.id,
    ]);
    expect(after.status).toBe(201);
  });

  it('is the same place twice, even when it is asked for at the same moment', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk);
    const send = () => at.desk.post('/enrollments').send({ studentId, ...at.terms });
    const answers = await Promise.all(Array.from({ length: 6 }, send));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'duplicate')).toHaveLength(5);
  });

  it('is anything by a trainer', async () => {
    const at = await ready();
    const trainer = await at.center.staff('TRAINER');

    expect((await trainer.post('/enrollments').send({ studentId: at.batchId, ...at.terms })).status).toBe(403);
  });
});

describe('the price', () => {
  it('is set by the price list for the desk, and freely by an admin', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk);
    const cheap = { studentId, ...at.terms, priceMinor: 100 };

    expect((await at.desk.post('/enrollments').send(cheap)).status).toBe(403);
    expect((await at.desk.post('/enrollments').send({ ...cheap, priceMinor: 450_000 })).status).toBe(201);
    const other = await studentOf(at.desk);
    const answer = await at.admin.post('/enrollments').send({ ...cheap, studentId: other });
    expect(answer.body.invoice.total.amountMinor).toBe(100);
  });

  it('covers the time and the visits of the plan, for the desk', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk);
    const longer = { studentId, ...at.terms, endDate: '2027-11-20' };

    expect((await at.desk.post('/enrollments').send(longer)).status).toBe(403);
    expect((await at.admin.post('/enrollments').send(longer)).body.enrollment.endDate).toBe('2027-11-20');
  });

  it('is told by an admin where there is no plan', async () => {
    const at = await ready();
    const studentId = await studentOf(at.desk);
    const { planId: _, ...terms } = at.terms;
    const custom = { studentId, ...terms, planType: 'CUSTOM', endDate: '2026-12-31' };

    expect((await at.admin.post('/enrollments').send(custom)).body.errors[0].path).toBe('priceMinor');
    const answer = await at.admin.post('/enrollments').send({ ...custom, priceMinor: 123_400 });
    expect(answer.body.enrollment).toMatchObject({ planId: null, planName: 'Custom plan' });
  });
});

describe('the last places of a batch', () => {
  it('go to exactly as many as there are, however many ask at once', async () => {
    const at = await ready({ capacity: 3 });
    const students = await Promise.all(Array.from({ length: 10 }, () => studentOf(at.desk)));
    const answers = await Promise.all(
      students.map((studentId) => at.desk.post('/enrollments').send({ studentId, ...at.terms })),
    );

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'capacity_full')).toHaveLength(7);
    const seats = await at.center.rows<{ taken: number }>(
      `select count(*)::int as taken from session_spots where center_id = $1 and state = 'booked' group by session_id`,
      [at.center.id],
    );
    expect(seats.map(({ taken }) => taken)).toEqual(Array.from({ length: 8 }, () => 3));
  });

  it('are free again before and after the time of those who have them', async () => {
    const at = await ready({ capacity: 1 });
    await enrolled(at);
    const studentId = await studentOf(at.desk);
    const send = (startDate: string) => at.desk.post('/enrollments').send({ studentId, ...at.terms, startDate });

    expect((await send('2026-12-20')).body.code).toBe('capacity_full');
    expect((await send('2026-12-21')).status).toBe(201);
  });

  it('are taken in two batches at once or in neither', async () => {
    const at = await ready();
    const full = await batchOf(at.center, { name: 'Full', days: ['FRI'], capacity: 1 });
    await enrolled(at, { batchIds: [full], daysSelected: ['FRI'] });
    const studentId = await studentOf(at.desk);
    const both = { studentId, ...at.terms, batchIds: [at.batchId, full], daysSelected: ['MON', 'FRI'] };
    const answer = await at.desk.post('/enrollments').send(both);

    expect(answer.body.code).toBe('capacity_full');
    const [{ count }] = (await at.center.rows(
      'select count(*)::int as count from bookings where center_id = $1 and student_id = $2',
      [at.center.id, studentId],
    )) as [{ count: number }];
    expect(count).toBe(0);
  });
});

describe('invoice numbers', () => {
  it('have no gap and no double, however many enroll at once', async () => {
    const at = await ready({ capacity: 100 });
    const students = await Promise.all(Array.from({ length: 40 }, () => studentOf(at.desk)));
    const failing = await Promise.all(Array.from({ length: 5 }, () => studentOf(at.desk)));
    const tooLate = { payment: { amountMinor: 1, method: 'CASH', paidAt: '2027-06-01T00:00:00Z' } };
    await Promise.all([
      ...students.map((studentId) =>
        at.desk
          .post('/enrollments')
          .send({ studentId, ...at.terms })
          .expect(201),
      ),
      ...failing.map((studentId) =>
        at.desk
          .post('/enrollments')
          .send({ studentId, ...at.terms, ...tooLate })
          .expect(400),
      ),
    ]);

    const rows = await at.center.rows<{ sequence: number }>(
      'select sequence from invoices where center_id = $1 order by sequence',
      [at.center.id],
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});

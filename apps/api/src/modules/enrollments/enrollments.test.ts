import { enrolled, NOW, planOf, readyCenter, TODAY } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async (batch = {}) => readyCenter(await api.newCenter(), batch);

describe('reading enrollments', () => {
  it('filters by status, batch and student, newest first', async () => {
    const at = await ready();
    const soon = await enrolled(at, { endDate: '2026-11-25' });
    const later = await enrolled(at, { startDate: '2026-12-24' });
    const visits = await planOf(at.admin, { planType: 'PAY_PER_VISIT', kind: 'PACK', visitsIncluded: 2 });
    const pack = await enrolled(at, { planId: visits });
    const ids = async (query: string) =>
      (await at.desk.get(`/enrollments?${query}`)).body.items.map(({ id }: { id: string }) => id);

    expect(await ids('')).toEqual([pack, later, soon].map(({ enrollment }) => enrollment.id));
    expect(await ids('status=PENDING')).toEqual([later.enrollment.id]);
    expect(await ids(`studentId=${soon.enrollment.studentId}`)).toEqual([soon.enrollment.id]);
    expect(await ids(`batchId=${at.batchId}&limit=1`)).toEqual([pack.enrollment.id]);
    expect(await ids(`batchId=${at.planId}`)).toEqual([]);
  });

  it('answers those of one student, under both names', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    const { body } = await at.desk.get(`/children/${enrollment.studentId}/enrollments`);
    const stranger = await (await at.center.sister()).staff('COUNSELOR');

    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([enrollment.id]);
    expect((await stranger.get(`/students/${enrollment.studentId}/enrollments`)).status).toBe(404);
    expect((await stranger.get(`/enrollments/${enrollment.id}`)).status).toBe(404);
  });

  it('shows trainers their own students only, and nothing about money', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    const trainer = await at.center.staff('TRAINER', 'Tara');
    const other = await at.center.staff('TRAINER', 'Omar');
    await at.center.rows('insert into batch_trainers (center_id, batch_id, user_id) values ($1, $2, $3)', [
      at.center.id,
      at.batchId,
      trainer.id,
    ]);
    const { body } = await trainer.get(`/enrollments/${enrollment.id}`);

    expect(body).toMatchObject({ status: 'ACTIVE', planName: enrollment.planName });
    for (const hidden of ['price', 'due', 'invoiceId', 'paid']) expect(body).not.toHaveProperty(hidden);
    expect((await trainer.get('/enrollments')).body.items).toHaveLength(1);
    expect((await other.get('/enrollments')).body.items).toEqual([]);
    expect((await other.get(`/enrollments/${enrollment.id}`)).status).toBe(404);
  });

  it('tells trainers whether it is paid where the center allows that', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    const trainer = await at.center.staff('TRAINER');
    await at.center.rows('insert into batch_trainers (center_id, batch_id, user_id) values ($1, $2, $3)', [
      at.center.id,
      at.batchId,
      trainer.id,
    ]);
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ privacy: { trainersSeePaidFlag: true } });
    const paid = async () => (await trainer.get(`/enrollments/${enrollment.id}`)).body.paid;

    expect(await paid()).toBe(false);
    await at.desk.post('/payments').send({ enrollmentId: enrollment.id, amountMinor: 450_000, method: 'CASH' });
    expect(await paid()).toBe(true);
  });
});

describe('a quote', () => {
  const discount = { type: 'PERCENT', value: 10, reason: 'Sibling' };

  it('says what an enrollment would be and takes nothing', async () => {
    const at = await ready({ capacity: 3 });
    const { enrollment } = await enrolled(at);
    const { body } = await at.desk
      .post('/enrollments/quote')
      .send({ ...at.terms, studentId: enrollment.studentId, discount });

    expect(body).toEqual({
      endDate: '2026-12-20',
      classes: 8,
      firstSession: '2026-11-23',
      places: [
        { batchId: at.batchId, weekday: 'MON', left: 2 },
        { batchId: at.batchId, weekday: 'WED', left: 2 },
      ],
      subtotal: { amountMinor: 450_000, currency: 'INR' },
      discount: { amountMinor: 45_000, currency: 'INR' },
      discountNeedsApproval: true,
      tax: { amountMinor: 0, currency: 'INR' },
      total: { amountMinor: 450_000, currency: 'INR' },
      totalOnceApproved: { amountMinor: 405_000, currency: 'INR' },
      overlaps: [{ enrollmentId: enrollment.id, planName: enrollment.planName, until: '2026-12-20' }],
    });
    expect((await at.admin.post('/enrollments/quote').send({ ...at.terms, discount })).body).toMatchObject({
      discountNeedsApproval: false,
      total: { amountMinor: 405_000 },
    });
  });

  it('leaves out the days on which the center is closed, and counts no more than the visits', async () => {
    const at = await ready();
    await at.center.rows(
      `insert into closures (center_id, from_date, to_date, reason) values ($1, '2026-11-22', '2026-11-25', 'Festival')`,
      [at.center.id],
    );
    const quote = async (planId: string) =>
      (await at.desk.post('/enrollments/quote').send({ ...at.terms, planId })).body;
    const visits = await planOf(at.admin, { planType: 'PAY_PER_VISIT', kind: 'PACK', visitsIncluded: 5 });

    expect(await quote(at.planId)).toMatchObject({ classes: 6, firstSession: '2026-11-30' });
    expect(await quote(visits)).toMatchObject({ classes: 5, endDate: null });
  });

  it('knows nothing of other centers', async () => {
    const at = await ready();
    const other = await readyCenter(await at.center.sister());
    const answer = await at.desk.post('/enrollments/quote').send({ ...at.terms, batchIds: [other.batchId] });

    expect([answer.status, answer.body.code]).toEqual([422, 'reference_not_found']);
  });
});

describe('converting an enquiry', () => {
  const child = { firstName: 'Kiran', ageYears: 6 };
  const reachable = { name: 'Meera', relationship: 'MOTHER', phone: '9812345678' };
  const lead = async ({ desk }: Awaited<ReturnType<typeof ready>>, guardians: object[]) => {
    const answer = await desk.post('/leads').send({ child, guardians, source: 'Walk-in' });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };

  it('enrolls the child and wins the enquiry in one step', async () => {
    const at = await ready();
    const { id, studentId } = await lead(at, [reachable]);
    const payment = { amountMinor: 450_000, method: 'UPI' };
    const answer = await at.desk.post(`/leads/${id}/convert`).send({ enrollment: { ...at.terms, payment } });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      lead: { status: 'ENROLLED' },
      student: { id: studentId, status: 'ACTIVE' },
      enrollment: { studentId, paid: true },
      invoice: { status: 'PAID' },
      payment: { method: 'UPI' },
    });
    const again = await at.desk.post(`/leads/${id}/convert`).send({ enrollment: at.terms });
    expect([again.status, again.body.code]).toEqual([409, 'invalid_transition']);
  });

  it('adds the guardian that was missing', async () => {
    const at = await ready();
    const { id } = await lead(at, [{ name: 'Meera' }]);
    const without = await at.desk.post(`/leads/${id}/convert`).send({ enrollment: at.terms });
    const guardian = { name: 'Arun', relationship: 'FATHER', phone: '9812345679' };
    const answer = await at.desk.post(`/leads/${id}/convert`).send({ enrollment: at.terms, guardian });

    expect([without.status, without.body.code]).toEqual([422, 'guardian_contact_required']);
    expect(answer.body.student.guardians.map(({ name }: { name: string }) => name)).toContain('Arun');
  });

  it('fails as a whole: without a seat the enquiry stays open and the guardian is not added', async () => {
    const at = await ready({ capacity: 1 });
    await enrolled(at);
    const { id } = await lead(at, [reachable]);
    const guardian = { name: 'Arun', relationship: 'FATHER', phone: '9812345679' };
    const answer = await at.desk.post(`/leads/${id}/convert`).send({ enrollment: at.terms, guardian });
    const { body } = await at.desk.get(`/leads/${id}`);

    expect([answer.status, answer.body.code]).toEqual([409, 'capacity_full']);
    expect([body.status, body.guardians.length]).toEqual(['DISCOVERY', 1]);
  });

  it('names what is wrong where it stands in the request', async () => {
    const at = await ready();
    const { id } = await lead(at, [reachable]);
    const enrollment = { ...at.terms, daysSelected: ['SUN'] };

    expect((await at.desk.post(`/leads/${id}/convert`).send({ enrollment })).body.errors[0].path).toBe(
      'enrollment.daysSelected',
    );
  });

  it('happens once, however often it is asked at once', async () => {
    const at = await ready();
    const { id } = await lead(at, [reachable]);
    const convert = () => at.desk.post(`/leads/${id}/convert`).send({ enrollment: at.terms });
    const answers = await Promise.all(Array.from({ length: 6 }, convert));

    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 409, 409, 409, 409, 409,
    ]);
  });

  it('is also what happens to the enquiry of a child who walks in and buys', async () => {
    const at = await ready();
    const { id, studentId } = await lead(at, [reachable]);
    await at.desk
      .post('/enrollments')
      .send({ studentId, ...at.terms, startDate: TODAY })
      .expect(201);

    expect((await at.desk.get(`/leads/${id}`)).body.status).toBe('ENROLLED');
  });

  it('is not there for another center, nor for trainers', async () => {
    const at = await ready();
    const { id } = await lead(at, [reachable]);
    const other = await readyCenter(await at.center.sister());
    const trainer = await at.center.staff('TRAINER');

    expect((await other.desk.post(`/leads/${id}/convert`).send({ enrollment: other.terms })).status).toBe(404);
    expect((await trainer.post(`/leads/${id}/convert`).send({ enrollment: at.terms })).status).toBe(403);
  });
});

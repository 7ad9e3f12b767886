import { enrolled, NOW, readyCenter } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const tenPercent = { type: 'PERCENT', value: 10, reason: 'Sibling' };

interface Entry {
  entity: string;
  action: string;
  at: string;
  sensitive: boolean;
}

/** A day on which something of everything happens, as `entity action`, without what hangs on it. */
async function busyCenter() {
  const at = await readyCenter(await api.newCenter());
  const { enrollment, invoice, payment } = await enrolled(at, {
    discount: tenPercent,
    payment: { amountMinor: 200_000, method: 'CASH' },
  });
  await at.admin.post(`/discounts/${invoice.discounts[0].id}/approve`).send().expect(200);
  await at.admin.post(`/payments/${payment.id}/refund`).send({ amountMinor: 50_000, reason: 'Moved' }).expect(201);
  const second = await at.desk.post('/payments').send({ invoiceId: invoice.id, amountMinor: 100, method: 'UPI' });
  await at.admin.post(`/payments/${second.body.payment.id}/void`).send({ reason: 'Typed wrong' }).expect(200);
  await at.admin.patch(`/enrollments/${enrollment.id}`).send({ notes: 'Comes late' }).expect(200);
  await at.admin.post(`/enrollments/${enrollment.id}/cancel`).send({ reason: 'Moved away' }).expect(200);
  await at.admin.get('/exports/payments.csv').expect(200);
  return at;
}

describe('the sensitive entries of the audit log', () => {
  it('are decisions on money, cancelled enrollments, rights and exports, and nothing else', async () => {
    const { admin, center } = await busyCenter();
    await center.staff('TRAINER', 'Tara');
    const { body } = await admin.get('/audit-log?sensitive=true&limit=200').expect(200);
    const acts = body.items.map(({ entity, action }: Entry) => `${entity} ${action}`);

    expect(new Set(acts)).toEqual(
      new Set([
        'exports EXPORT',
        'enrollments UPDATE',
        'payments UPDATE',
        'payments INSERT',
        'discounts UPDATE',
        'assignments INSERT',
      ]),
    );
    expect(acts.filter((act: string) => act === 'payments INSERT')).toHaveLength(1);
    expect(acts.filter((act: string) => act === 'enrollments UPDATE')).toHaveLength(1);
    expect(body.items.every(({ sensitive }: Entry) => sensitive)).toBe(true);
    expect(body.items.find(({ entity }: Entry) => entity === 'assignments').label).toBe('Tara');
  });

  it('are marked in the whole log too, and come in pages, newest first', async () => {
    const { admin } = await busyCenter();
    const whole = await admin.get('/audit-log?limit=200').expect(200);
    const marked = whole.body.items.filter(({ sensitive }: Entry) => sensitive);
    const first = await admin.get('/audit-log?sensitive=true&limit=4').expect(200);
    const next = await admin.get(`/audit-log?sensitive=true&limit=200&cursor=${first.body.nextCursor}`).expect(200);

    expect([...first.body.items, ...next.body.items]).toEqual(marked);
  });

  it('are found by their index', async () => {
    const { center } = await busyCenter();
    const plan = await center.rows<{ 'QUERY PLAN': string }>(
      `explain select * from audit_log where center_id = $1 and sensitive order by at desc, id desc limit 51`,
      [center.id],
    );

    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/audit_log_sensitive/);
  });

  it('name the student where an enrollment is what changed', async () => {
    const at = await readyCenter(await api.newCenter());
    const { enrollment } = await enrolled(at);
    await at.desk.post(`/renewals/${enrollment.id}/lost`).send({ reason: 'COST' }).expect(200);
    await at.desk
      .post(`/renewals/${enrollment.id}/contacts`)
      .send({ channel: 'CALL', outcome: 'THINKING' })
      .expect(201);
    for (const entity of ['renewals', 'follow_ups', 'enrollment_batches']) {
      const { body } = await at.admin.get(`/audit-log?entity=${entity}`).expect(200);
      expect([entity, new Set(body.items.map(({ label }: { label: string }) => label))]).toEqual([
        entity,
        new Set([enrollment.studentName]),
      ]);
    }
  });

  it('are for admins', async () => {
    const { desk, center } = await readyCenter(await api.newCenter());
    await desk.get('/audit-log?sensitive=true').expect(403);
    await (await center.staff('TRAINER')).get('/audit-log').expect(403);
    await (await center.staff('CENTER_ADMIN')).get('/audit-log?sensitive=maybe').expect(400);
  });
});

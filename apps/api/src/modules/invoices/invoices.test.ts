import { enrolled, NOW, readyCenter } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async () => readyCenter(await api.newCenter());

describe('invoices', () => {
  it('are listed by status, by what is owed, and by name or number', async () => {
    const at = await ready();
    const open = await enrolled(at);
    const paid = await enrolled(at, { payment: { amountMinor: 450_000, method: 'CASH' } });
    const ids = async (query: string) =>
      (await at.desk.get(`/invoices?${query}`)).body.items.map(({ id }: { id: string }) => id);

    expect(await ids('')).toEqual([paid.invoice.id, open.invoice.id]);
    expect(await ids('due=true')).toEqual([open.invoice.id]);
    expect(await ids('status=PAID')).toEqual([paid.invoice.id]);
    expect(await ids(`q=${encodeURIComponent(open.invoice.studentName.toUpperCase())}`)).toEqual([open.invoice.id]);
    expect(await ids('q=0002')).toEqual([paid.invoice.id]);
    expect(await ids('to=2026-11-20')).toEqual([]);
    expect((await at.desk.get('/invoices?limit=1')).body.nextCursor).not.toBeNull();
  });

  it('stay within their center, and are closed to trainers', async () => {
    const at = await ready();
    const { invoice } = await enrolled(at);
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');
    const trainer = await at.center.staff('TRAINER');

    expect((await stranger.get(`/invoices/${invoice.id}`)).status).toBe(404);
    expect((await stranger.get(`/invoices/${invoice.id}/pdf`)).status).toBe(404);
    expect((await trainer.get(`/invoices/${invoice.id}`)).status).toBe(403);
    expect((await trainer.get('/invoices')).status).toBe(403);
  });

  it('are numbered anew in each financial year of the center, behind its prefix', async () => {
    const at = await ready();
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ invoices: { prefix: 'KOR-' } });
    const numbers = [(await enrolled(at)).invoice.number, (await enrolled(at)).invoice.number];
    api.setNow(new Date('2027-03-31T19:00:00Z'));
    const desk = await at.center.staff('COUNSELOR');
    numbers.push((await enrolled({ ...at, desk }, { startDate: '2027-04-01' })).invoice.number);

    expect(numbers).toEqual(['KOR-2026-27/0001', 'KOR-2026-27/0002', 'KOR-2027-28/0001']);
  });
});

describe('voiding an invoice', () => {
  it('keeps the number, asks for nothing any more, and is done once', async () => {
    const at = await ready();
    const { invoice } = await enrolled(at);
    const path = `/invoices/${invoice.id}/void`;
    const answer = await at.admin.post(path).send({ reason: 'Wrong plan' });

    expect(answer.body).toMatchObject({
      status: 'VOID',
      number: '2026-27/0001',
      due: { amountMinor: 0 },
      voidReason: 'Wrong plan',
    });
    expect((await at.admin.post(path).send({ reason: 'x' })).status).toBe(409);
    const pay = await at.desk.post('/payments').send({ invoiceId: invoice.id, amountMinor: 1, method: 'CASH' });
    expect([pay.status, pay.body.code]).toEqual([409, 'invalid_transition']);
    expect((await enrolled(at)).invoice.number).toBe('2026-27/0002');
  });

  it('is refused while money that came for it is there', async () => {
    const at = await ready();
    const { invoice, payment } = await enrolled(at, { payment: { amountMinor: 100, method: 'CASH' } });
    const path = `/invoices/${invoice.id}/void`;

    expect((await at.admin.post(path).send({ reason: 'x' })).body.code).toBe('invalid_transition');
    await at.admin.post(`/payments/${payment.id}/refund`).send({ amountMinor: 100, reason: 'x' }).expect(201);
    expect((await at.admin.post(path).send({ reason: 'x' })).status).toBe(200);
  });

  it('gives credit that had settled it back to the account', async () => {
    const at = await ready();
    const first = await enrolled(at, { payment: { amountMinor: 500_000, method: 'CASH' } });
    const next = { studentId: first.enrollment.studentId, ...at.terms, startDate: '2026-12-21' };
    const { body } = await at.desk.post('/enrollments').send(next);
    const voided = await at.admin.post(`/invoices/${body.invoice.id}/void`).send({ reason: 'x' });

    expect(body.invoice.paid.amountMinor).toBe(50_000);
    expect(voided.body.creditOnAccount.amountMinor).toBe(50_000);
  });

  it('is for admins', async () => {
    const at = await ready();
    const { invoice } = await enrolled(at);

    expect((await at.desk.post(`/invoices/${invoice.id}/void`).send({ reason: 'x' })).status).toBe(403);
  });
});

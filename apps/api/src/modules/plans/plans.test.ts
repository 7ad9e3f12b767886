import { startApi } from '../../../test/harness.ts';

const api = startApi();
const monthly = { name: 'Monthly', planType: 'MONTHLY', priceMinor: 450_000 };

describe('the price list', () => {
  it('offers what an admin put on it, to the desk as well', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const desk = await center.staff('COUNSELOR');
    const made = await admin.post('/plans').send(monthly);

    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Monthly',
      kind: 'TERM',
      active: true,
      centerId: center.id,
      soldRecently: 0,
      price: { amountMinor: 450_000, currency: 'INR' },
    });
    expect((await desk.get('/plans')).body.items).toHaveLength(1);
  });

  it('belongs to its center alone', async () => {
    const center = await api.newCenter();
    const plan = await (await center.staff('CENTER_ADMIN')).post('/plans').send(monthly);
    const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');

    expect((await stranger.get('/plans')).body.items).toEqual([]);
    expect((await stranger.patch(`/plans/${plan.body.id}`).send({ priceMinor: 1 })).status).toBe(404);
  });

  it('is not written by the desk, and trainers do not read it', async () => {
    const center = await api.newCenter();
    const desk = await center.staff('COUNSELOR');
    const trainer = await center.staff('TRAINER');

    expect((await desk.post('/plans').send(monthly)).status).toBe(403);
    expect((await trainer.get('/plans')).status).toBe(403);
  });

  it('names what is invalid, and wants to know how many visits a pack has', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    const answer = await admin.post('/plans').send({ ...monthly, kind: 'PACK' });

    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].path).toBe('visitsIncluded');
    expect((await admin.post('/plans').send({ ...monthly, priceMinor: -1 })).status).toBe(400);
  });

  it('has each name once, until a plan is put away', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    const first = await admin.post('/plans').send(monthly);
    const again = await admin.post('/plans').send(monthly);
    await admin.patch(`/plans/${first.body.id}`).send({ active: false });
    const later = await admin.post('/plans').send(monthly);

    expect([again.status, again.body.existingId]).toEqual([409, first.body.id]);
    expect(later.status).toBe(201);
    expect((await admin.get('/plans?active=true')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      later.body.id,
    ]);
  });

  it('refuses a change to what somebody else changed first', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    const plan = await admin.post('/plans').send(monthly);
    const change = (priceMinor: number) =>
      admin.patch(`/plans/${plan.body.id}`).set('if-match', '"1"').send({ priceMinor });

    expect((await change(500_000)).body.price.amountMinor).toBe(500_000);
    expect((await change(550_000)).status).toBe(412);
  });

  it('pages', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    for (const name of ['C', 'A', 'B']) await admin.post('/plans').send({ ...monthly, name });
    const first = await admin.get('/plans?limit=2');
    const second = await admin.get(`/plans?limit=2&cursor=${first.body.nextCursor}`);

    expect([...first.body.items, ...second.body.items].map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(second.body.nextCursor).toBeNull();
  });
});

describe('templates of the organization', () => {
  it('are written without a center and offered in every one, in its currency', async () => {
    const center = await api.newCenter({ currency: 'USD' });
    const hq = await center.hq();
    const template = await hq.post('/plans').send({ ...monthly, name: 'Template' });
    const [offered] = (await (await center.staff('COUNSELOR')).get('/plans')).body.items;

    expect(template.status).toBe(201);
    expect(template.body.centerId).toBeNull();
    expect(offered).toMatchObject({ id: template.body.id, price: { currency: 'USD' } });
    expect((await hq.patch(`/plans/${template.body.id}`).send({ priceMinor: 1 })).body.price.amountMinor).toBe(1);
  });

  it('are not changed from within a center', async () => {
    const center = await api.newCenter();
    const template = await (await center.hq()).post('/plans').send(monthly);
    const admin = await center.staff('CENTER_ADMIN');

    expect((await admin.patch(`/plans/${template.body.id}`).send({ priceMinor: 1 })).status).toBe(403);
  });

  it('are not for somebody who only forgot to choose a center', async () => {
    const center = await api.newCenter();
    const sister = await center.sister();
    const userId = await center.user('Two centers');
    await center.assign(userId, 'CENTER_ADMIN');
    await sister.assign(userId, 'CENTER_ADMIN');
    const admin = await center.signIn(userId, 'Two centers', undefined);

    const answers = [await admin.post('/plans').send(monthly), await admin.get('/plans')];
    expect(answers.map(({ body }) => body.code)).toEqual(['center_required', 'center_required']);
  });
});

import {
  assess,
  cardCenter,
  generated,
  marked,
  memberOf,
  NOW,
  pdfOf,
  PERIOD,
  storedBody,
  tamper,
} from '../../../test/cast-report-cards.ts';
import { openBatch } from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';
import { hashOf } from './frozen-card.ts';

const api = startApi();

describe('what a card says', () => {
  it('is the level at the end of the period and how it changed within, on the days of the center', async () => {
    const { center, trainer, child, skills } = await cardCenter(api);
    const [roll, handstand] = skills;
    await assess(center, child, roll!, ['IN_PROGRESS', '2026-10-22T18:29:00Z']); // 23:59 on the day before it begins
    await assess(center, child, roll!, ['MASTERED', '2026-11-10T10:00:00Z']);
    await assess(center, child, handstand!, ['ACHIEVED', '2026-11-10T18:29:00Z']); // 23:59 on its last day
    await assess(center, child, handstand!, ['NOT_STARTED', '2026-11-10T18:31:00Z']);
    const period = { periodStart: '2026-10-23', periodEnd: '2026-11-10' };
    const { body } = await trainer
      .get('/report-cards/preview')
      .query({ studentId: child, ...period })
      .expect(200);

    expect(body.snapshot.curricula).toHaveLength(1);
    expect(body.snapshot.curricula[0].categories).toEqual([
      {
        name: 'Floor',
        skills: [
          { name: 'Forward roll', level: 'MASTERED', before: 'IN_PROGRESS', assessed: true },
          { name: 'Handstand', level: 'ACHIEVED', before: 'NOT_STARTED', assessed: true },
          { name: 'Bridge', level: 'NOT_STARTED', before: 'NOT_STARTED', assessed: false },
        ],
      },
    ]);
    expect(body.snapshot).toMatchObject({
      assessments: 2,
      batches: ['Pre-K Gym'],
      trainers: ['Asha Nair'],
      code: null,
    });
  });

  it('counts the attendance of the period only; who was excused was neither there nor missing', async () => {
    const { center, trainer, child } = await cardCenter(api);
    for (const [day, status] of [
      ['2026-10-22', 'ABSENT'],
      ['2026-10-23', 'PRESENT'],
      ['2026-11-02', 'LATE'],
      ['2026-11-03', 'MAKEUP'],
      ['2026-11-04', 'ABSENT'],
      ['2026-11-21', 'EXCUSED'],
    ] as const)
      await marked(center, child, day, status);
    const { body } = await trainer.get('/report-cards/preview').query({ studentId: child }).expect(200);

    expect(body.snapshot.period).toEqual({ from: '2026-10-23', to: '2026-11-21' });
    expect(body.snapshot.attendance).toEqual({ attended: 3, late: 1, absent: 1, excused: 1, percent: 75 });
  });

  it('is what was written for it; a note for all fills in where no summary is', async () => {
    const { trainer, child } = await cardCenter(api);
    const remarks = { studentId: child, ...PERIOD };
    await trainer
      .put('/report-cards/draft')
      .send({ ...remarks, comments: 'Brave on the beam' })
      .expect(200);
    const first = await generated(trainer, child, { summaryNotes: 'A good month for all of us' });
    await trainer
      .put('/report-cards/draft')
      .send({ ...remarks, comments: 'Brave', summary: 'His own' })
      .expect(200);
    const second = await generated(trainer, child, { summaryNotes: 'A good month for all of us' });
    const said = async (id: string) => (await trainer.get(`/report-cards/${id}`)).body.snapshot;

    expect(await said(first.id)).toMatchObject({
      comments: 'Brave on the beam',
      summary: 'A good month for all of us',
    });
    expect(await said(second.id)).toMatchObject({ comments: 'Brave', summary: 'His own' });
  });

  it('ends today at the latest, does not end before it begins, and is no longer than two years', async () => {
    const { trainer, child } = await cardCenter(api);
    for (const [period, path] of [
      [{ periodEnd: '2026-11-22' }, 'periodEnd'],
      [{ periodStart: '2026-11-02', periodEnd: '2026-11-01' }, 'periodEnd'],
      [{ periodStart: '2024-11-01' }, 'periodStart'],
    ] as const) {
      const { body } = await trainer
        .post('/report-cards/generate')
        .send({ studentId: child, ...period })
        .expect(400);
      expect(body.errors[0].path).toBe(path);
    }
    await trainer.post('/report-cards/generate').send({}).expect(400);
  });
});

describe('a frozen card', () => {
  it('stays the same byte for byte, in the database and on paper, whatever changes behind it', async () => {
    const { center, admin, trainer, child, skills, batchId } = await cardCenter(api);
    await assess(center, child, skills[0]!, ['ACHIEVED', '2026-11-10T10:00:00Z']);
    const { id } = await generated(trainer, child);
    const [body, pdf] = [await storedBody(center, id), await pdfOf(trainer, id)];

    await center.rows(`update skills set name = 'Somersault', category = 'Air' where id = $1`, [skills[0]]);
    await assess(center, child, skills[0]!, ['NOT_STARTED', '2026-11-09T10:00:00Z']);
    await assess(center, child, skills[0]!, ['MASTERED', '2026-11-12T10:00:00Z']);
    await center.rows(`update students set dob = '2015-01-01', first_name = 'Other' where id = $1`, [child]);
    await center.rows(`update batches set name = 'Renamed' where id = $1`, [batchId]);
    await center.rows(`update users set name = 'Someone else' where id = $1`, [trainer.id]);
    await marked(center, child, '2026-11-03', 'PRESENT');
    await admin.patch(`/centers/${center.id}`).send({ name: 'Elsewhere', address: '1 New Road' }).expect(200);
    const settings = { branding: { color: '#8A1C4B' }, terms: { student: 'CLIENT', trainer: 'COACH', batch: 'CLASS' } };
    await admin.patch(`/centers/${center.id}/settings`).send(settings).expect(200);
    api.setNow(new Date(NOW.getTime() + 300_000));
    const fresh = (await admin.get('/report-cards/preview').query({ studentId: child, ...PERIOD })).body.snapshot;

    expect(fresh).toMatchObject({ student: { name: 'Other' }, center: { name: 'Elsewhere', color: '#8A1C4B' } });
    expect(fresh.curricula[0].categories[0].skills[0]).toMatchObject({ name: 'Somersault', level: 'MASTERED' });
    expect(await storedBody(center, id)).toBe(body);
    expect((await pdfOf(admin, id)).equals(pdf)).toBe(true);
    expect((await admin.get(`/report-cards/${id}`)).body).toMatchObject({ isIntact: true, hash: hashOf(body) });
  });

  it('is replaced by the next version and itself stays as it was', async () => {
    const { center, trainer, child, skills } = await cardCenter(api);
    const first = await generated(trainer, child);
    const body = await storedBody(center, first.id);
    await assess(center, child, skills[0]!, ['ACHIEVED', '2026-11-10T10:00:00Z']);
    const second = await generated(trainer, child);
    const other = await generated(trainer, child, { periodEnd: '2026-11-20' });
    const { items } = (await trainer.get('/report-cards').query({ studentId: child })).body;

    expect([first.version, second.version, other.version]).toEqual([1, 2, 1]);
    expect(await storedBody(center, first.id)).toBe(body);
    expect(items[0].issuedBy).toEqual({ id: trainer.id, name: 'Asha Nair' });
    expect(items.map((card: typeof first) => [card.id, card.state])).toEqual([
      [other.id, 'READY'],
      [second.id, 'READY'],
      [first.id, 'SUPERSEDED'],
    ]);
  });

  it('has one number each when ten are made at once', async () => {
    const { center, trainer, child } = await cardCenter(api);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => trainer.post('/report-cards/generate').send({ studentId: child })),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const rows = await center.rows<{ version: number }>(
      'select version from report_cards where student_id = $1 order by version',
      [child],
    );
    expect(rows.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('is made once when the same request comes twice', async () => {
    const { trainer, child } = await cardCenter(api);
    const send = () =>
      trainer.post('/report-cards/generate').set('idempotency-key', 'one-and-the-same').send({ studentId: child });
    const [first, again] = [await send(), await send()];

    expect(again.body).toEqual(first.body);
    expect((await trainer.get('/report-cards').query({ studentId: child })).body.items).toHaveLength(1);
  });

  it('can be changed by nobody, not even by who owns the database', async () => {
    const { center, trainer, child } = await cardCenter(api);
    const { id } = await generated(trainer, child);
    for (const statement of [
      `update report_card_snapshots set body = body || ' ' where report_card_id = $1`,
      'delete from report_card_snapshots where report_card_id = $1',
      `update report_cards set hash = 'x' where id = $1`,
    ])
      await expect(center.rows(statement, [id])).rejects.toThrow('never change');
  });

  it.each([
    [
      'a byte of its text',
      `update report_card_snapshots set body = replace(body, 'Aarav', 'Aarau') where report_card_id = $1`,
    ],
    ['its hash', `update report_cards set hash = replace(hash, left(hash, 1), 'x') where id = $1`],
    ['its version', 'update report_cards set version = 7 where id = $1'],
    ['its last day', `update report_cards set period_end = '2026-12-31' where id = $1`],
  ])('is found out when somebody alters %s past all guards', async (_, statement) => {
    const { center, trainer, child } = await cardCenter(api);
    const { id } = await generated(trainer, child);
    const { code } = (await trainer.get(`/report-cards/${id}`)).body;
    await tamper(center, statement, [id]);

    expect((await trainer.get(`/report-cards/${id}`).expect(200)).body).toMatchObject({
      isIntact: false,
      snapshot: null,
    });
    await trainer.get(`/report-cards/${id}/pdf`).expect(409);
    await trainer.post(`/report-cards/${id}/send`).expect(409);
    expect((await api.anybody().get(`/api/v1/verify/${code}`).expect(200)).body).toEqual({
      state: 'TAMPERED',
      card: null,
    });
  });
});

describe('the draft', () => {
  it('is not overwritten by who has not seen the last one', async () => {
    const { trainer, admin, child } = await cardCenter(api);
    const draft = { studentId: child, ...PERIOD, comments: 'Mine' };
    const { body } = await trainer.put('/report-cards/draft').send(draft).expect(200);
    await admin
      .put('/report-cards/draft')
      .set('if-match', `"${body.version}"`)
      .send({ ...draft, comments: 'Hers' })
      .expect(200);
    await trainer.put('/report-cards/draft').set('if-match', `"${body.version}"`).send(draft).expect(412);
  });

  it('that is changed after the card was made marks it as outdated', async () => {
    const { trainer, child } = await cardCenter(api);
    const { id } = await generated(trainer, child);
    api.setNow(new Date(NOW.getTime() + 60_000));
    await trainer
      .put('/report-cards/draft')
      .send({ studentId: child, ...PERIOD, comments: 'Late' })
      .expect(200);

    expect((await trainer.get(`/report-cards/${id}`)).body.isOutdated).toBe(true);
  });

  it('is as long as fits on the card', async () => {
    const { trainer, child } = await cardCenter(api);
    const draft = (comments: string) =>
      trainer.put('/report-cards/draft').send({ studentId: child, ...PERIOD, comments });
    await draft('x'.repeat(300)).expect(200);
    await draft('x'.repeat(301)).expect(400);
  });
});

describe('a trainer', () => {
  it('has the cards of the own students and of no others', async () => {
    const { center, admin, trainer, child, batchId } = await cardCenter(api);
    const other = await center.staff('TRAINER', 'Ravi');
    const { id } = await generated(trainer, child);
    const theirs = await openBatch(admin, { name: 'Others', trainerUserIds: [other.id] });
    const ravis = await memberOf(center, admin, { firstName: 'Zoya', batchId: theirs.id });
    await generated(other, ravis);

    expect((await trainer.get('/report-cards')).body.items).toHaveLength(1);
    expect((await admin.get('/report-cards')).body.items).toHaveLength(2);
    for (const path of ['', '/pdf']) await other.get(`/report-cards/${id}${path}`).expect(404);
    await other.post(`/report-cards/${id}/send`).expect(404);
    await other.get('/report-cards/preview').query({ studentId: child }).expect(404);
    await other.post('/report-cards/generate').send({ studentId: child }).expect(422);
    await other
      .put('/report-cards/draft')
      .send({ studentId: child, ...PERIOD })
      .expect(422);
    await other.post('/report-cards/generate').send({ batchId }).expect(403);
    await other.get(`/batches/${batchId}/report-cards`).expect(403);
  });

  it('makes what the front desk only reads', async () => {
    const { center, trainer, child } = await cardCenter(api);
    const desk = await center.staff('COUNSELOR');
    const { id } = await generated(trainer, child);

    await desk.get(`/report-cards/${id}`).expect(200);
    await desk.get(`/report-cards/${id}/pdf`).expect(200);
    await desk.post('/report-cards/generate').send({ studentId: child }).expect(403);
    await desk.post(`/report-cards/${id}/send`).expect(403);
  });
});

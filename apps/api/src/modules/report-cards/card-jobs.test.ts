import { setTimeout as wait } from 'node:timers/promises';
import { Dispatcher } from '../../platform/events/dispatcher.ts';
import type { Cast } from '../../../test/cast.ts';
import { cardCenter, generated, memberOf, PERIOD } from '../../../test/cast-report-cards.ts';
import { startApi } from '../../../test/harness.ts';
import { startWorker } from '../../../test/worker-process.ts';

/** Alone: a worker of its own would take the events of other tests. */
const api = startApi({}, { alone: true });
const PATIENCE = 120_000;

const cardsOf = (center: Cast) =>
  center.rows<{ student_id: string; version: number }>(
    'select student_id, version from report_cards where center_id = $1',
    [center.id],
  );

const waiting = (center: Cast) =>
  center.rows<{ id: string; name: string; payload: unknown }>(
    `select id, name, payload from outbox_events where center_id = $1 and name = 'report-card.batch-asked'`,
    [center.id],
  );

async function fullBatch(children: number) {
  const stage = await cardCenter(api);
  for (let n = 1; n < children; n++)
    await memberOf(stage.center, stage.admin, { firstName: `Child ${n}`, batchId: stage.batchId });
  return stage;
}

describe('the cards of a batch', () => {
  it('are made in the background, and tell how far they are', async () => {
    const { trainer, batchId, child } = await fullBatch(3);
    await trainer
      .put('/report-cards/draft')
      .send({ studentId: child, ...PERIOD, summary: 'His own' })
      .expect(200);
    const { body } = await trainer
      .post('/report-cards/generate')
      .send({ batchId, summaryNotes: 'For all' })
      .expect(201);
    expect(body).toMatchObject({ card: null, job: { state: 'RUNNING', done: 0, total: 3 } });
    const path = `/jobs/${body.job.id}`;
    expect((await trainer.get(path)).body).toMatchObject({ state: 'RUNNING', progress: { done: 0, total: 3 } });
    const before = (await trainer.get(`/batches/${batchId}/report-cards`)).body;
    await api.settle();

    expect((await trainer.get(path)).body).toMatchObject({
      kind: 'report cards',
      state: 'DONE',
      progress: { done: 3 },
    });
    const after = (await trainer.get(`/batches/${batchId}/report-cards`)).body;
    expect(before.rows.map((row: { state: string }) => row.state)).toEqual(['DRAFT', 'NOT_STARTED', 'NOT_STARTED']);
    expect(after.rows.map((row: { state: string }) => row.state)).toEqual(['READY', 'READY', 'READY']);
    const summaries = await Promise.all(
      after.rows.map(async (row: { card: { id: string } }) => {
        const card = await trainer.get(`/report-cards/${row.card.id}`);
        return card.body.snapshot.summary;
      }),
    );
    expect(summaries).toEqual(['His own', 'For all', 'For all']);
  });

  it('are one job while they are being made, and the next versions when asked for again', async () => {
    const { center, trainer, batchId } = await fullBatch(2);
    const ask = async () => (await trainer.post('/report-cards/generate').send({ batchId }).expect(201)).body.job.id;
    const [first, again] = [await ask(), await ask()];
    await api.settle();
    const next = await ask();
    await api.settle();

    expect(again).toBe(first);
    expect(next).not.toBe(first);
    expect((await cardsOf(center)).map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2]);
  });

  it('are not doubled by two workers that are given the same job', async () => {
    const { center, trainer, batchId } = await fullBatch(6);
    await trainer.post('/report-cards/generate').send({ batchId }).expect(201);
    const [event] = await waiting(center);
    const dispatch = () => api.app.get(Dispatcher).dispatch({ ...event!, centerId: center.id });
    const failures = await Promise.all([dispatch(), dispatch()]);

    expect(failures.flat()).toEqual([]);
    expect((await cardsOf(center)).map(({ version }) => version)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it(
    'are all there once when the worker is killed among them',
    async () => {
      const { center, trainer, batchId } = await fullBatch(25);
      const { body } = await trainer.post('/report-cards/generate').send({ batchId }).expect(201);
      const killWorker = startWorker(process.env['DATABASE_URL']!);
      let made = 0;
      while (made < 3) {
        await wait(3);
        made = (await cardsOf(center)).length;
      }
      await killWorker();
      const survived = await cardsOf(center);
      // The queue hands the event to another worker.
      const [event] = await waiting(center);
      const failures = await api.app.get(Dispatcher).dispatch({ ...event!, centerId: center.id });

      expect(failures).toEqual([]);
      expect(survived.length).toBeLessThan(25);
      const cards = await cardsOf(center);
      expect([cards.length, new Set(cards.map(({ student_id }) => student_id)).size]).toEqual([25, 25]);
      expect(cards.filter(({ version }) => version !== 1)).toEqual([]);
      expect((await trainer.get(`/jobs/${body.job.id}`)).body).toMatchObject({ state: 'DONE', progress: { done: 25 } });
    },
    PATIENCE,
  );

  it('are known to the trainers of the batch', async () => {
    const { center, trainer, batchId } = await fullBatch(1);
    const other = await center.staff('TRAINER', 'Ravi');
    const { body } = await trainer.post('/report-cards/generate').send({ batchId }).expect(201);

    await trainer.get(`/jobs/${body.job.id}`).expect(200);
    await other.get(`/jobs/${body.job.id}`).expect(403);
  });
});

describe('mailing a card', () => {
  const mailsTo = (center: Cast, child: string) =>
    center.rows<{ subject: string; text: string }>(
      `select m.subject, m.text from mailbox_messages m join guardians g on g.email = m.recipient
       join family_links f on f.guardian_id = g.id where f.student_id = $1 order by m.created_at`,
      [child],
    );

  it('reaches everybody of the family who has an e-mail, once', async () => {
    const { center, admin, trainer, child } = await cardCenter(api);
    await admin.post(`/students/${child}/guardians`).send({ name: 'No mail', phone: '98450 12345' }).expect(201);
    const { id } = await generated(trainer, child);
    const asked = await trainer.post(`/report-cards/${id}/send`).expect(200);
    await api.settle();
    await trainer.post(`/report-cards/${id}/send`).expect(200);
    await api.settle();

    expect(asked.body).toMatchObject({ state: 'READY', sending: 1, sentTo: 0 });
    expect((await trainer.get(`/report-cards/${id}`)).body).toMatchObject({ state: 'SENT', sentTo: 1, sending: 0 });
    const mails = await mailsTo(center, child);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe("Aarav's report card, 23 Oct 2026 to 21 Nov 2026");
    expect(mails[0]!.text).toMatch(/Attached: report-card-Aarav-2026-11-21-v1\.pdf \(\d+ KB\)/);
  });

  it('is refused when nobody can be reached, and for a card that does not count any more', async () => {
    const { center, trainer, child } = await cardCenter(api);
    const first = await generated(trainer, child);
    const second = await generated(trainer, child);
    await trainer.post(`/report-cards/${first.id}/send`).expect(409);
    await center.rows(`update guardians set email = null, phone = '98450 12345' where center_id = $1`, [center.id]);

    const { body } = await trainer.post(`/report-cards/${second.id}/send`).expect(422);
    expect(body.code).toBe('guardian_contact_required');
  });
});

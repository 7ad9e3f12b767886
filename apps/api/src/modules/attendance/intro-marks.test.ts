import { addDays } from '@cartwheel/domain/calendar';
import type { Person } from '../../../test/cast.ts';
import { expectStatus, openBatch, type Session, sessionsOf, todayAt } from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

/** Zoya, who enquired, has a trial in today's class. */
async function aTrial() {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const desk = await center.staff('COUNSELOR');
  const trainer = await center.staff('TRAINER');
  const batch = await openBatch(admin, { trainerUserIds: [trainer.id], startTime: '00:00', endTime: '23:59' });
  const session = (await sessionsOf(admin, batch.id))[0]!;
  const lead = await enquiry(desk);
  const visit = expectStatus<Visit>(
    await desk.post('/intro-visits').send({ leadId: lead, classSessionId: session.id }),
    201,
  );
  return { center, admin, desk, trainer, batch, session, lead, visit, today: todayAt(center) };
}

interface Visit {
  id: string;
  studentId: string;
  status: string;
}

async function enquiry(desk: Person): Promise<string> {
  const body = { child: { firstName: 'Zoya' }, guardians: [{ name: 'Noor', phone: '98450 12345' }], source: 'Walk-in' };
  return expectStatus<{ id: string }>(await desk.post('/leads').send(body), 201).id;
}

const leadStatus = async (desk: Person, lead: string) => (await desk.get(`/leads/${lead}`)).body.status;
const markOf = async (desk: Person, session: Session, studentId: string) =>
  (await desk.get(`/class-sessions/${session.id}/roster`)).body.rows.find(
    (row: { studentId: string }) => row.studentId === studentId,
  );
const mark = (person: Person, session: Session, studentId: string, status: string | null) =>
  person.post('/attendance/mark').send({ classSessionId: session.id, marks: [{ studentId, status }] });

describe('a trial', () => {
  it('stands on the roster with its visit and its lead', async () => {
    const { trainer, session, visit, lead } = await aTrial();
    expect(await markOf(trainer, session, visit.studentId)).toMatchObject({
      kind: 'TRIAL',
      introVisitId: visit.id,
      leadId: lead,
      mark: null,
    });
    expect((await trainer.get(`/class-sessions/${session.id}`)).body.trialCount).toBe(1);
  });

  it('marked on the roster is an intro visit attended, or missed, or neither', async () => {
    const { desk, trainer, session, visit, lead } = await aTrial();
    const outcome = async () => [
      (await desk.get(`/leads/${lead}`)).body.introVisits[0].status,
      await leadStatus(desk, lead),
    ];

    expectStatus(await mark(trainer, session, visit.studentId, 'PRESENT'), 200);
    expect(await outcome()).toEqual(['ATTENDED', 'INTRO_ATTENDED']);
    expectStatus(await mark(trainer, session, visit.studentId, 'ABSENT'), 200);
    expect(await outcome()).toEqual(['NO_SHOW', 'NO_SHOW']);
    expectStatus(await mark(trainer, session, visit.studentId, null), 200);
    expect(await outcome()).toEqual(['SCHEDULED', 'INTRO_SCHEDULED']);
  });

  it('marked as attended is marked on the roster too, once', async () => {
    const { desk, trainer, session, visit, lead } = await aTrial();
    const attended = () =>
      trainer.patch(`/intro-visits/${visit.id}/mark-attended`).send({ outcomeNotes: 'Loved the beam' });

    expect((await attended()).body).toMatchObject({ status: 'ATTENDED', outcomeNotes: 'Loved the beam' });
    expect((await attended()).body.status).toBe('ATTENDED');
    expect(await markOf(trainer, session, visit.studentId)).toMatchObject({ mark: 'TRIAL', kind: 'TRIAL' });
    expect(await leadStatus(desk, lead)).toBe('INTRO_ATTENDED');

    const missed = await desk.patch(`/intro-visits/${visit.id}/mark-no-show`).send();
    expect(missed.body).toMatchObject({ status: 'NO_SHOW', outcomeNotes: 'Loved the beam' });
    expect((await markOf(trainer, session, visit.studentId)).mark).toBe('ABSENT');
  });

  it('is marked by its own trainers, and does not exist for another center', async () => {
    const { center, visit } = await aTrial();
    const other = await center.staff('TRAINER');
    expect((await other.patch(`/intro-visits/${visit.id}/mark-attended`).send()).status).toBe(403);
    const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');
    expect((await stranger.patch(`/intro-visits/${visit.id}/mark-attended`).send()).status).toBe(404);
  });

  it('outside of classes is marked by the trainer it is with, from its day on', async () => {
    const { center, desk, trainer, lead, today } = await aTrial();
    const at = (day: string) =>
      desk.post('/intro-visits').send({ leadId: lead, scheduledAt: `${day}T06:30:00Z`, trainerUserId: trainer.id });
    const tomorrow = expectStatus<Visit>(await at(addDays(today, 1)), 201);
    const early = await trainer.patch(`/intro-visits/${tomorrow.id}/mark-attended`).send();
    expect([early.status, early.body.code]).toEqual([409, 'invalid_transition']);
    api.setNow(new Date(`${addDays(today, 1)}T08:00:00Z`));
    const again = await center.signIn(trainer.id, 'trainer', center.id);
    expect((await again.patch(`/intro-visits/${tomorrow.id}/mark-attended`).send()).body.status).toBe('ATTENDED');
  });
});

import { addDays, instantOf } from '@cartwheel/domain/calendar';
import { Actors } from '../../platform/auth/actors.ts';
import { Database } from '../../platform/database/database.ts';
import { ClassSessionsService } from '../class-sessions/index.ts';
import { aDoor, DAY, type Door, eventsOf, marksOf, passOf, scan } from '../../../test/cast-check-ins.ts';
import { mark } from '../../../test/cast-attendance.ts';
import { addChild, type Session } from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';
import { ProjectionService } from './projection.service.ts';

const api = startApi();
const momentAt = (door: Door, time: string, date = DAY) => instantOf(date, time, door.center.timezone).instant;

describe('what happened without a connection', () => {
  it('counts when it happened, and once, however often it arrives', async () => {
    const door = await aDoor(api);
    const body = { code: door.pass, clientEventId: 'front-1', occurredAt: momentAt(door, '16:04') };
    const desk = await door.at('21:00');
    const first = await scan(desk, body);
    expect(first.body).toMatchObject({ mark: 'PRESENT', occurredAt: new Date(body.occurredAt).toISOString() });
    const again = await scan(desk, body);
    expect(again.body).toMatchObject({ id: first.body.id, already: false, mark: 'PRESENT' });
    expect(await eventsOf(door.center)).toHaveLength(1);
    const [written] = await marksOf(door.center);
    expect(written!.marked_at.toISOString()).toBe(first.body.occurredAt);
  });

  it('is refused when it is more than twelve hours old, and never lies in the future', async () => {
    const door = await aDoor(api);
    const desk = await door.at('21:00');
    const old = await scan(desk, { code: door.pass, occurredAt: momentAt(door, '08:59') });
    expect([old.status, old.body.errors[0].path]).toEqual([400, 'occurredAt']);
    const ahead = await scan(desk, { code: door.pass, occurredAt: momentAt(door, '23:00') });
    expect(ahead.body.occurredAt).toBe(new Date(momentAt(door, '21:00')).toISOString());
  });

  it('is refused again with the same words, and belongs to one student', async () => {
    const door = await aDoor(api);
    const body = { studentId: door.asha, classSessionId: door.session.id, clientEventId: 'front-2' };
    const desk = await door.at('12:00');
    const [one, two] = [await scan(desk, body), await scan(desk, body)];
    expect([one.body.code, two.body.code, two.body.detail]).toEqual([
      'check_in_too_early',
      'check_in_too_early',
      one.body.detail,
    ]);
    expect(await eventsOf(door.center)).toHaveLength(1);
    const noor = await addChild(await door.at('12:00', 'CENTER_ADMIN'), 'Noor');
    expect((await scan(desk, { studentId: noor, clientEventId: 'front-2' })).body.code).toBe('idempotency_key_reused');
  });

  it('corrects a late mark when the arrival before it is told afterwards', async () => {
    const door = await aDoor(api);
    await scan(await door.at('16:20'), { code: door.pass });
    const desk = await door.at('16:30');
    await scan(desk, { code: door.pass, occurredAt: momentAt(door, '16:01'), clientEventId: 'side-1' });
    expect(await marksOf(door.center)).toMatchObject([{ status: 'PRESENT' }]);
  });
});

describe('two kiosks at once', () => {
  it('make one arrival of one pass, and one visit', async () => {
    const door = await aDoor(api);
    const desk = await door.at('15:50');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, kiosk) => scan(desk, { code: door.pass, device: `Kiosk ${kiosk}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(answers.filter(({ body }) => !body.already)).toHaveLength(1);
    expect(await eventsOf(door.center)).toHaveLength(1);
    expect(await marksOf(door.center)).toHaveLength(1);
  });
});

describe('marks from the door', () => {
  it('are the same when they are written again from what happened', async () => {
    const door = await aDoor(api);
    const admin = await door.at('12:00', 'CENTER_ADMIN');
    const others = await Promise.all(['Bina', 'Chet', 'Dia', 'Esha'].map((name) => addChild(admin, name)));
    for (const id of others) await door.join(id);
    const [bina, chet, dia, esha] = others;
    await scan(await door.at('15:30'), { code: door.pass });
    await scan(await door.at('16:25'), { studentId: bina, device: 'Front door' });
    await scan(await door.at('16:26'), { code: await passOf(api, door.center, chet!) });
    await mark(await door.at('16:30'), door.session, [chet!, 'ABSENT'], [dia!, 'EXCUSED']);
    await scan(await door.at('16:31'), { studentId: esha });
    await mark(await door.at('16:35'), door.session, [esha!, null]);
    const before = await marksOf(door.center);
    expect(before.map(({ status, method }) => `${status} ${method}`).toSorted()).toEqual([
      'ABSENT MANUAL',
      'EXCUSED MANUAL',
      'LATE KIOSK',
      'PRESENT QR',
    ]);

    await losing(door, [door.asha, bina!]);
    await projectAgain(door, [door.asha, ...others]);
    expect(await marksOf(door.center)).toEqual(before);
    await projectAgain(door, [door.asha, ...others]);
    expect(await marksOf(door.center)).toEqual(before);
  });

  /** As after a crash: no trigger sees it go. */
  async function losing(door: Door, studentIds: string[]): Promise<void> {
    await door.center.rows(
      `with silent as materialized (select set_config('session_replication_role', 'replica', true))
       delete from attendance_marks using silent where center_id = $1 and student_id = any ($2)`,
      [door.center.id, studentIds],
    );
  }

  async function projectAgain(door: Door, studentIds: string[]): Promise<void> {
    const desk = await door.at('20:00');
    const actor = await actorOf(door, desk.id);
    const context = { ...actor, centerId: door.center.id, requestId: 'again' };
    await api.app.get(Database).inUnit(context, async () => {
      const found = await api.app.get(ClassSessionsService, { strict: false }).find(actor, door.session.id);
      await api.app.get(ProjectionService, { strict: false }).project(actor, found, studentIds);
    });
  }
});

describe('the log', () => {
  it('tells everything, newest first, and finds by day, student, class, kind and outcome', async () => {
    const door = await aDoor(api);
    await scan(await door.at('12:30'), { code: 'nothing' });
    await scan(await door.at('15:50'), { code: door.pass });
    const desk = await door.at('17:10');
    await scan(desk, { code: door.pass, eventType: 'CENTER_CHECK_OUT' });
    const types = async (query: string) =>
      (await desk.get(`/check-ins?${query}`)).body.items.map(({ eventType }: { eventType: string }) => eventType);
    expect(await types('')).toEqual(['CENTER_CHECK_OUT', 'SESSION_CHECK_IN', 'CENTER_CHECK_IN']);
    expect(await types(`date=${DAY}&outcome=ACCEPTED`)).toEqual(['CENTER_CHECK_OUT', 'SESSION_CHECK_IN']);
    expect(await types(`date=${addDays(DAY, -1)}`)).toEqual([]);
    expect(await types(`classSessionId=${door.session.id}`)).toEqual(['SESSION_CHECK_IN']);
    expect(await types(`studentId=${door.asha}&eventType=CENTER_CHECK_OUT`)).toEqual(['CENTER_CHECK_OUT']);
    const page = await desk.get('/check-ins?limit=2');
    const rest = await desk.get(`/check-ins?limit=2&cursor=${page.body.nextCursor}`);
    expect([page.body.items.length, rest.body.items.length, rest.body.nextCursor]).toEqual([2, 1, null]);
  });

  it('shows trainers what concerns their own classes', async () => {
    const door = await aDoor(api);
    await scan(await door.at('12:30'), { code: 'nothing' });
    await scan(await door.at('15:50'), { code: door.pass });
    const seen = async (role: 'TRAINER' | 'OTHER_TRAINER') => {
      const trainer = await door.at('16:00', role);
      const [log, house] = [await trainer.get('/check-ins'), await trainer.get('/occupancy')];
      return [log.body.items.length, house.body.count];
    };
    expect(await seen('TRAINER')).toEqual([1, 1]);
    expect(await seen('OTHER_TRAINER')).toEqual([0, 0]);
  });

  it('follows two records of a child that become one', async () => {
    const door = await aDoor(api);
    const admin = await door.at('15:50', 'CENTER_ADMIN');
    const twin = await addChild(admin, 'Ashaa');
    await scan(admin, { studentId: twin });
    await admin.post('/students/merge').send({ keepId: door.asha, mergeId: twin });
    const log = await admin.get(`/check-ins?studentId=${door.asha}`);
    expect(log.body.items).toHaveLength(1);
  });
});

describe('the house', () => {
  it('counts who came today and did not leave', async () => {
    const door = await aDoor(api);
    const admin = await door.at('15:50', 'CENTER_ADMIN');
    const noor = await addChild(admin, 'Noor');
    await scan(admin, { studentId: noor });
    await scan(admin, { code: door.pass });
    const house = async (time: string, day?: string) =>
      (await (await door.at(time, 'COUNSELOR', day)).get('/occupancy')).body;
    expect(await house('16:00')).toMatchObject({
      count: 2,
      cameToday: 2,
      leftToday: 0,
      items: [
        { student: { name: 'Asha' }, session: { id: door.session.id } },
        { student: { name: 'Noor' }, session: null },
      ],
    });
    await scan(await door.at('17:05'), { code: door.pass, eventType: 'CENTER_CHECK_OUT' });
    expect(await house('17:06')).toMatchObject({ count: 1, leftToday: 1, items: [{ student: { name: 'Noor' } }] });
    expect(await house('00:01', addDays(DAY, 1))).toMatchObject({ count: 0, cameToday: 0 });
  });

  it.each(['Asia/Kolkata', 'America/Los_Angeles'])('is empty after midnight in %s, once', async (timezone) => {
    const door = await aDoor(api, { timezone });
    await scan(await door.at('15:50'), { code: door.pass });
    await door.at('00:05', 'COUNSELOR', addDays(DAY, 1));
    const nightFell = () =>
      door.center.rows(`insert into outbox_events (center_id, name, payload) values ($1, 'night.fell', $2)`, [
        door.center.id,
        JSON.stringify({ date: addDays(DAY, 1) }),
      ]);
    for (let night = 0; night < 2; night++) {
      await nightFell();
      await api.settle();
    }
    const desk = await door.at('00:10', 'COUNSELOR', addDays(DAY, 1));
    const { items } = (await desk.get(`/check-ins?date=${DAY}`)).body as { items: Session[] };
    const midnight = Date.parse(momentAt(door, '00:00', addDays(DAY, 1)));
    expect(items).toMatchObject([
      { eventType: 'CENTER_CHECK_OUT', method: 'NIGHT', occurredAt: new Date(midnight - 1).toISOString() },
      { eventType: 'SESSION_CHECK_IN' },
    ]);
  });
});

async function actorOf(door: Door, userId: string) {
  const [session] = await door.center.rows<{ id: string }>('select id from login_sessions where user_id = $1 limit 1', [
    userId,
  ]);
  return api.app.get(Actors).of(session!.id, door.center.id);
}

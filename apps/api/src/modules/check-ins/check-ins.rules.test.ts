import { instantOf } from '@cartwheel/domain/calendar';
import {
  classNow,
  type Expected,
  happenedAt,
  judge,
  noticeWithoutClass,
  opensAt,
  projected,
} from './check-ins.rules.ts';

const policy = { checkInMinutesBefore: 60, lateGraceMinutes: 10 };
const session = (id: string, date: string, startTime: string, endTime: string, zone = 'Asia/Kolkata'): Expected => ({
  id,
  name: id,
  date,
  startTime,
  endTime,
  startsAt: instantOf(date, startTime, zone).instant,
  endsAt: instantOf(date, endTime, zone).instant,
});
const at = (date: string, time: string, zone = 'Asia/Kolkata') => new Date(instantOf(date, time, zone).instant);
const DAY = '2026-12-01';
const tigers = session('Tigers', DAY, '16:00', '17:00');

describe('arriving at a class', () => {
  const verdicts = (moments: Date[]) => moments.map((moment) => judge(tigers, moment, policy));
  const later = (from: Date, ms: number) => new Date(from.getTime() + ms);

  it('is possible from an hour before; after the grace it is late, and from the end on it is over', () => {
    const opens = at(DAY, '15:00');
    const grace = at(DAY, '16:10');
    const end = at(DAY, '17:00');
    expect(verdicts([later(opens, -1), opens, grace, later(grace, 1), later(end, -1), end])).toEqual([
      'TOO_EARLY',
      'PRESENT',
      'PRESENT',
      'LATE',
      'LATE',
      'OVER',
    ]);
  });

  it('follows what the center says', () => {
    const strict = { checkInMinutesBefore: 0, lateGraceMinutes: 0 };
    expect(judge(tigers, at(DAY, '15:59'), strict)).toBe('TOO_EARLY');
    expect(judge(tigers, at(DAY, '16:00'), strict)).toBe('PRESENT');
    expect(judge(tigers, later(at(DAY, '16:00'), 1), strict)).toBe('LATE');
  });

  it('counts minutes that pass, also over a change of the clocks', () => {
    // In New York the clocks go from 02:00 to 03:00 on 8 March 2026, and back on 1 November.
    const zone = 'America/New_York';
    const spring = session('Owls', '2026-03-08', '03:30', '04:30', zone);
    expect(opensAt(spring, policy, zone)).toBe('01:30');
    expect(judge(spring, at('2026-03-08', '01:29', zone), policy)).toBe('TOO_EARLY');
    expect(judge(spring, at('2026-03-08', '01:30', zone), policy)).toBe('PRESENT');
    const autumn = session('Owls', '2026-11-01', '02:30', '03:30', zone);
    // 01:30 comes twice that night; the first is two hours before the class.
    expect(judge(autumn, at('2026-11-01', '01:30', zone), policy)).toBe('TOO_EARLY');
    expect(judge(autumn, later(at('2026-11-01', '01:30', zone), 3_600_000), policy)).toBe('PRESENT');
  });
});

describe('the class somebody has now', () => {
  const lions = session('Lions', DAY, '17:00', '18:00');

  it('is the one that runs, then the next', () => {
    const now = (time: string) => classNow([tigers, lions], at(DAY, time), policy)?.id;
    expect(['14:59', '15:00', '16:30', '16:59', '17:00', '17:59', '18:00'].map(now)).toEqual([
      undefined,
      'Tigers',
      'Tigers',
      'Tigers',
      'Lions',
      'Lions',
      undefined,
    ]);
  });

  it('is none; then it is said why', () => {
    const notice = (expected: Expected[], time: string) => {
      const { code, session: about } = noticeWithoutClass(expected, { at: at(DAY, time), today: DAY });
      return [code, about?.id];
    };
    expect(notice([tigers, lions], '12:00')).toEqual(['SESSION_LATER', 'Tigers']);
    expect(notice([tigers, lions], '18:30')).toEqual(['SESSION_OVER', 'Lions']);
    expect(notice([], '12:00')).toEqual(['NOT_BOOKED_TODAY', undefined]);
    expect(notice([session('Tomorrow', '2026-12-02', '16:00', '17:00')], '12:00')).toEqual([
      'NOT_BOOKED_TODAY',
      undefined,
    ]);
  });
});

describe('when it happened', () => {
  const now = at(DAY, '16:00');
  it('is told by the device, but never in the future, and at most twelve hours ago', () => {
    expect(happenedAt(undefined, now)).toEqual(now);
    expect(happenedAt(at(DAY, '15:30').toISOString(), now)).toEqual(at(DAY, '15:30'));
    expect(happenedAt(at(DAY, '16:01').toISOString(), now)).toEqual(now);
    expect(happenedAt(at(DAY, '04:00').toISOString(), now)).toEqual(at(DAY, '04:00'));
    expect(happenedAt(at(DAY, '03:59').toISOString(), now)).toBeUndefined();
  });
});

describe('the mark that follows from the door', () => {
  const came = (time: string, mark: 'PRESENT' | 'LATE') => ({
    occurredAt: at(DAY, time).toISOString(),
    mark,
    method: 'QR' as const,
  });
  const early = came('15:55', 'PRESENT');
  const late = came('16:20', 'LATE');
  const unmarked = { mark: null, markedAt: null, fromTheDoor: false, clearedAt: null };
  const marked = (mark: 'ABSENT' | 'PRESENT', time: string) => ({
    ...unmarked,
    mark,
    markedAt: at(DAY, time).toISOString(),
  });

  it('is that of the first arrival, also when it is told last', () => {
    expect(projected([early, late], unmarked)).toBe(early);
    expect(projected([early, late], { ...unmarked, mark: 'LATE', markedAt: late.occurredAt, fromTheDoor: true })).toBe(
      early,
    );
  });

  it('is none where a hand said so since, and where somebody is marked as there', () => {
    expect(projected([early], marked('ABSENT', '16:05'))).toBeUndefined();
    expect(projected([late], marked('PRESENT', '16:05'))).toBeUndefined();
  });

  it('wins over an absence that was noted before', () => {
    expect(projected([early, late], marked('ABSENT', '16:05'))).toBe(late);
  });

  it('does not come back when it was taken back, until somebody arrives again', () => {
    const cleared = { ...unmarked, clearedAt: at(DAY, '16:05').toISOString() };
    expect(projected([early], cleared)).toBeUndefined();
    expect(projected([early, late], cleared)).toBe(late);
  });

  it('is none in a class that did not take place', () => {
    expect(projected([early], { ...marked('ABSENT', '15:00'), mark: 'CANCELLED' })).toBeUndefined();
  });
});

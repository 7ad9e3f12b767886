import type { Mark, Warning } from '@cartwheel/contracts';
import {
  blockerOf,
  bookingStatusFor,
  introResultFor,
  recorded,
  usesVisit,
  walkInKind,
  warningsFor,
  withoutSecrets,
} from './attendance.rules.ts';

const all: Mark[] = ['PRESENT', 'LATE', 'ABSENT', 'EXCUSED', 'MAKEUP', 'TRIAL', 'CANCELLED'];
const warn = { expired: 'WARN', usedUp: 'WARN', paused: 'WARN', unpaid: 'WARN' } as const;
const row = { kind: 'ENROLLED', mark: null, coversDay: false, lapsedOn: null, restsUntil: null } as const;
const expired: Warning = { code: 'EXPIRED', date: '2026-11-20' };
const codes = (warnings: Warning[]) => warnings.map(({ code }) => code);

describe('a mark', () => {
  it('of presence is written as what the seat is', () => {
    expect(recorded('PRESENT', 'TRIAL')).toBe('TRIAL');
    expect(recorded('PRESENT', 'MAKEUP')).toBe('MAKEUP');
    expect(recorded('PRESENT', 'ENROLLED')).toBe('PRESENT');
    expect(recorded('ABSENT', 'TRIAL')).toBe('ABSENT');
  });

  it('costs a visit when the student was there, but for a trial', () => {
    expect(all.filter((mark) => usesVisit(mark, { kind: 'ENROLLED', paidByMakeUp: false }))).toEqual([
      'PRESENT',
      'LATE',
      'MAKEUP',
    ]);
    expect(all.filter((mark) => usesVisit(mark, { kind: 'TRIAL', paidByMakeUp: false }))).toEqual([]);
  });

  it('tells what became of the seat and of the trial', () => {
    expect(all.map(bookingStatusFor)).toEqual([
      'ATTENDED',
      'ATTENDED',
      'NO_SHOW',
      'CONFIRMED',
      'ATTENDED',
      'ATTENDED',
      'CONFIRMED',
    ]);
    expect(all.map(introResultFor)).toEqual([
      'ATTENDED',
      'ATTENDED',
      'NO_SHOW',
      'SCHEDULED',
      'ATTENDED',
      'ATTENDED',
      'SCHEDULED',
    ]);
    expect([bookingStatusFor(null), introResultFor(null)]).toEqual(['CONFIRMED', 'SCHEDULED']);
  });

  it('of a walk-in takes a drop-in seat, unless it is said to be another', () => {
    expect(['PRESENT', 'LATE', 'MAKEUP', 'TRIAL'].map((mark) => walkInKind(mark as Mark, false))).toEqual([
      'DROP_IN',
      'DROP_IN',
      'MAKEUP',
      'TRIAL',
    ]);
  });
});

describe('warnings on a roster', () => {
  it('are about its day', () => {
    expect(codes(warningsFor(row, [expired]))).toEqual(['EXPIRED']);
    expect(codes(warningsFor({ ...row, coversDay: true }, [expired]))).toEqual([]);
  });

  it('flag who is listed only because the enrollment ended', () => {
    expect(warningsFor({ ...row, kind: null, lapsedOn: '2026-11-01' }, [])).toEqual([
      { code: 'EXPIRED', date: '2026-11-01' },
    ]);
  });

  it('say who rests on that day, whoever rests today', () => {
    expect(warningsFor({ ...row, restsUntil: '2026-12-03' }, [])).toEqual([{ code: 'PAUSED', date: '2026-12-03' }]);
    expect(warningsFor(row, [{ code: 'PAUSED', date: '2026-11-22' }])).toEqual([]);
    expect(warningsFor({ ...row, kind: 'TRIAL', restsUntil: '2026-12-03' }, [])).toEqual([]);
  });

  it('ask nothing of a trial but what concerns safety', () => {
    expect(
      codes(warningsFor({ ...row, kind: 'TRIAL' }, [expired, { code: 'UNPAID' }, { code: 'MEDICAL', text: 'Nuts' }])),
    ).toEqual(['MEDICAL']);
  });

  it('do not miss the visit that was used here', () => {
    expect(codes(warningsFor({ ...row, mark: 'PRESENT' }, [{ code: 'USED_UP' }]))).toEqual([]);
    expect(codes(warningsFor({ ...row, mark: 'ABSENT' }, [{ code: 'USED_UP' }]))).toEqual(['USED_UP']);
  });
});

describe('being let in', () => {
  it('is refused only for what the center blocks', () => {
    expect(blockerOf(row, [expired], warn)).toBeUndefined();
    expect(blockerOf(row, [expired], { ...warn, expired: 'BLOCK' })).toBe('EXPIRED');
    expect(blockerOf(row, [expired], { ...warn, unpaid: 'BLOCK' })).toBeUndefined();
    expect(
      blockerOf(row, [{ code: 'MEDICAL' }], { expired: 'BLOCK', usedUp: 'BLOCK', paused: 'BLOCK', unpaid: 'BLOCK' }),
    ).toBeUndefined();
  });

  it('is not taken back by a correction', () => {
    expect(blockerOf({ mark: 'PRESENT' }, [expired], { ...warn, expired: 'BLOCK' })).toBeUndefined();
  });

  it('is refused without the reason to those from whom it is kept', () => {
    const medical: Warning = { code: 'MEDICAL', text: 'Nuts' };
    expect(withoutSecrets([medical], 'UNPAID')).toEqual({
      warnings: [medical, { code: 'SEE_FRONT_DESK' }],
      blocker: 'SEE_FRONT_DESK',
    });
    expect(withoutSecrets([expired], 'EXPIRED')).toEqual({ warnings: [expired], blocker: 'EXPIRED' });
    expect(withoutSecrets([medical], undefined)).toEqual({ warnings: [medical], blocker: undefined });
  });
});

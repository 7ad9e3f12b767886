import { defaultSettings } from '@cartwheel/contracts';
import { Problem } from '../../platform/problems/problem.ts';
import { changed, lastChanges, withDefaults } from './settings.rules.ts';

const hema = { id: 'hema', name: 'Hema' };
const ravi = { id: 'ravi', name: 'Ravi' };

function pathsRefused(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return (error.extras.errors ?? []).map(({ path }) => path);
    throw error;
  }
  return [];
}

describe('the settings of a center', () => {
  it('are the defaults until something is set', () => expect(withDefaults({})).toEqual(defaultSettings));

  it('keep what was set and take the rest from the defaults', () => {
    const own = changed({ privacy: { trainersSeePhones: true } }, { privacy: { trainersSeePaidFlag: true } });

    expect(own).toEqual({ privacy: { trainersSeePhones: true, trainersSeePaidFlag: true } });
    expect(withDefaults(own).attendance).toEqual(defaultSettings.attendance);
  });

  it('replace lists as a whole', () => {
    const own = changed({ leads: { sources: ['Walk-in', 'Call'] } }, { leads: { sources: ['Referral'] } });
    expect(own).toEqual({ leads: { sources: ['Referral'] } });
  });

  it('are kept as they were read', () => {
    expect(changed({}, { invoices: { prefix: '  KOR ' } })).toEqual({ invoices: { prefix: 'KOR' } });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['an unknown section', { nonsense: 1 }, ['nonsense']],
    ['an unknown field, deep down', { attendance: { onInactive: { late: 'WARN' } } }, ['attendance.onInactive.late']],
    ['a value of the wrong kind', { attendance: { lateGraceMinutes: 'ten' } }, ['attendance.lateGraceMinutes']],
    ['a section that is not one', { privacy: true }, ['privacy']],
    ['nothing in place of a value', { booking: { holdMinutes: null } }, ['booking.holdMinutes']],
    ['what could change every object', JSON.parse('{ "__proto__": { "a": 1 } }'), ['__proto__']],
    ['a name every object has', { constructor: 1 }, ['constructor']],
  ])('refuse %s by its path', (_, change, paths) => {
    expect(pathsRefused(() => changed({}, change))).toEqual(paths);
  });
});

describe('who set what last', () => {
  const history = [
    { version: 1, at: '2026-01-01', by: hema, data: { privacy: { trainersSeePhones: true }, weekStart: 'SUN' } },
    { version: 2, at: '2026-02-01', by: ravi, data: { privacy: { trainersSeePhones: false }, weekStart: 'SUN' } },
    {
      version: 3,
      at: '2026-03-01',
      by: hema,
      data: { privacy: { trainersSeePhones: false }, weekStart: 'SUN', leads: { sources: ['Call'] } },
    },
  ];

  it('is told per field', () => {
    expect(lastChanges(history)).toEqual([
      { path: 'leads.sources', at: '2026-03-01', by: hema },
      { path: 'privacy.trainersSeePhones', at: '2026-02-01', by: ravi },
      { path: 'weekStart', at: '2026-01-01', by: hema },
    ]);
  });

  it('is nobody for what has its default', () => expect(lastChanges([])).toEqual([]));
});

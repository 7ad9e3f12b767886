import type { Actor } from '../../platform/auth/actor.ts';
import { storedPhone, whoIsMeant } from './guardians.rules.ts';
import { changedFields, newFields } from './children.rules.ts';
import { type StudentFacts, visibleWarnings, warningsOf } from './students.rules.ts';

const today = '2026-11-21';
const facts = (given: Partial<StudentFacts> = {}): StudentFacts => ({
  status: 'ACTIVE',
  endDate: '2027-06-30',
  visitsLeft: null,
  pausedUntil: null,
  succeeded: false,
  unpaid: false,
  openMinor: null,
  currency: 'INR',
  hasContact: true,
  medicalNotes: null,
  dob: null,
  ...given,
});

describe('warnings', () => {
  it.each<[string, Partial<StudentFacts>, object[]]>([
    ['nothing to say', {}, []],
    ['the end is eight days away', { endDate: '2026-11-29' }, []],
    ['the end is seven days away', { endDate: '2026-11-28' }, [{ code: 'EXPIRING', date: '2026-11-28' }]],
    ['the last day is today', { endDate: today }, [{ code: 'EXPIRING', date: today }]],
    ['it ends soon, but another one follows', { endDate: today, succeeded: true }, []],
    ['three visits are left', { visitsLeft: 3, endDate: null }, []],
    ['two visits are left', { visitsLeft: 2, endDate: null }, [{ code: 'EXPIRING', visitsLeft: 2 }]],
    ['it ended', { status: 'EXPIRED', endDate: '2026-11-20' }, [{ code: 'EXPIRED', date: '2026-11-20' }]],
    ['the visits are used up', { status: 'EXPIRED', visitsLeft: 0 }, [{ code: 'USED_UP', visitsLeft: 0 }]],
    ['it was cancelled', { status: 'EXPIRED' }, [{ code: 'EXPIRED' }]],
    ['it rests', { status: 'PAUSED' }, [{ code: 'PAUSED' }]],
    ['it starts later', { status: 'PENDING', endDate: today }, []],
    ['there never was one', { status: 'PROSPECT', endDate: null }, []],
    ['nobody can be reached', { hasContact: false }, [{ code: 'MISSING_CONTACT' }]],
    ['there is something to know', { medicalNotes: 'Nuts' }, [{ code: 'MEDICAL', text: 'Nuts' }]],
    ['it is the birthday', { dob: '2019-11-21' }, [{ code: 'BIRTHDAY', date: today }]],
    [
      'money is open',
      { unpaid: true, openMinor: 5000 },
      [{ code: 'UNPAID', amount: { amountMinor: 5000, currency: 'INR' } }],
    ],
    ['money is open, and how much is not for this person', { unpaid: true }, [{ code: 'UNPAID' }]],
  ])('say when %s', (_, given, expected) => {
    expect(warningsOf(facts(given), today)).toEqual(expected);
  });

  it('know that who was born on a leap day celebrates every year', () => {
    const dob = '2020-02-29';
    expect(warningsOf(facts({ dob, endDate: null }), '2027-02-28')).toMatchObject([{ code: 'BIRTHDAY' }]);
    expect(warningsOf(facts({ dob, endDate: null }), '2028-02-28')).toEqual([]);
    expect(warningsOf(facts({ dob, endDate: null }), '2028-02-29')).toMatchObject([{ code: 'BIRTHDAY' }]);
  });

  it('keep what is unpaid from those who may not know', () => {
    const all = warningsOf(facts({ unpaid: true, medicalNotes: 'Nuts' }), today);
    const actor = (...permissions: string[]) => ({ permissions: new Set(permissions) }) as unknown as Actor;
    expect(visibleWarnings(actor(), all).map(({ code }) => code)).toEqual(['MEDICAL']);
    expect(visibleWarnings(actor('paid-flag:read'), all)).toEqual(all);
  });
});

describe('an age', () => {
  const child = { firstName: 'Asha' };

  it('is kept as the year it points to, unless the birthday is known', () => {
    expect(newFields({ ...child, ageYears: 6 }, today)).toMatchObject({ dob: null, birthYear: 2020 });
    expect(newFields({ ...child, ageYears: 6, dob: '2019-01-01' }, today)).toMatchObject({
      dob: '2019-01-01',
      birthYear: null,
    });
  });

  it('is left alone by a change that does not name it', () => {
    expect(changedFields({ school: 'Green Hill' }, today)).toEqual({ school: 'Green Hill' });
  });

  it('cannot come from a birthday that is still to come', () => {
    expect(() => newFields({ ...child, dob: '2026-11-22' }, today)).toThrow('Some of the values are not valid');
  });
});

describe('a phone', () => {
  it.each([
    ['98765 43210', '919876543210'],
    ['098765 43210', '919876543210 09876543210'],
    ['+1 415 555 2671', '14155552671'],
  ])('%s is searched as %s', (typed, digits) => {
    expect(storedPhone(typed, 'IN', 'phone')).toMatchObject({ phone: typed, digits });
  });

  it('that is none is refused', () => {
    expect(() => storedPhone('nobody', 'IN', 'phone')).toThrow('Some of the values are not valid');
  });
});

describe('who answers a phone', () => {
  const mother = { id: 'mother', sameName: true };
  const father = { id: 'father', sameName: false };

  it('is the one with that name', () => {
    expect(whoIsMeant([mother, father], new Set())).toBe('mother');
  });

  it('is the only one who has it, however the name is written', () => {
    expect(whoIsMeant([father], new Set())).toBe('father');
  });

  it('is somebody new when the family has that one already: two parents share a phone', () => {
    expect(whoIsMeant([father], new Set(['father']))).toBeUndefined();
  });

  it('is somebody new when nobody has it', () => {
    expect(whoIsMeant([], new Set())).toBeUndefined();
  });
});

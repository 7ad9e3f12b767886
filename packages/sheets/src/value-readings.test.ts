import { parseAge, parseCount, parseYesNo } from './cell-readings.ts';
import { parseDiscount } from './discounts.ts';
import { parsePaymentMethod } from './payment-methods.ts';
import { parsePlan } from './plans.ts';
import { parseRelationship } from './relationships.ts';
import { parseSource } from './sources.ts';
import { parseDeadReason, parseStatus } from './statuses.ts';
import { parseWeekdays } from './weekdays.ts';

describe('a lead’s status', () => {
  it.each([
    ['new', 'DISCOVERY'],
    ['Will call back', 'FOLLOW_UP'],
    ['Trial booked', 'INTRO_SCHEDULED'],
    ['Trial done', 'INTRO_ATTENDED'],
    ['NS', 'NO_SHOW'],
    ['No-show', 'NO_SHOW'],
    ['didn’t come', 'NO_SHOW'],
    ['joined ', 'ENROLLED'],
    ['INTRO_ATTENDED', 'INTRO_ATTENDED'],
    ['no response, will call back', 'FOLLOW_UP'],
    ['Lost', 'DEAD_LEAD'],
  ])('%j means %s', (text, status) => {
    expect(parseStatus(text)?.status).toBe(status);
  });

  it.each([
    ['Not interested', 'NOT_INTERESTED'],
    ['Not interested - fees high', 'COST'],
    ['Not joined', 'NOT_INTERESTED'],
    ['Shifted to Mysore', 'MOVED_AWAY'],
    ['Joined elsewhere', 'CHOSE_COMPETITOR'],
    ['No response', 'NO_RESPONSE'],
    ['timing issue', 'TIMING'],
    ['Dead lead', 'OTHER'],
    ['DEAD_LEAD', 'OTHER'],
  ])('%j is dead for %s', (text, deadReason) => {
    expect(parseStatus(text)).toEqual({ status: 'DEAD_LEAD', deadReason });
  });

  it('is unknown where nobody agreed on the words, or where they deny it', () => {
    expect(parseStatus('banana')).toBeNull();
    expect(parseStatus('not yet joined')).toBeNull();
  });

  it('has reasons of its own column', () => {
    expect(parseDeadReason('CHOSE_COMPETITOR')).toBe('CHOSE_COMPETITOR');
    expect(parseDeadReason('too far')).toBe('MOVED_AWAY');
    expect(parseDeadReason('other plans')).toBeNull();
  });
});

describe('a plan', () => {
  it.each([
    ['monthly ', 'MONTHLY', null],
    ['mthly', 'MONTHLY', null],
    ['3 months', 'QUARTERLY', null],
    ['Qtrly', 'QUARTERLY', null],
    ['Annual', 'YEARLY', null],
    ['weekly', 'WEEKLY', null],
    ['10 visits', 'PAY_PER_VISIT', 10],
    ['8 classes/month', 'MONTHLY', 8],
    ['drop-in', 'PAY_PER_VISIT', null],
    ['6 months', 'CUSTOM', null],
    ['PAY_PER_VISIT', 'PAY_PER_VISIT', null],
    ['monatlich', 'MONTHLY', null],
    ['trimestral', 'QUARTERLY', null],
  ])('%j means %s', (text, planType, visits) => {
    expect(parsePlan(text)).toEqual({ planType, visits });
  });

  it('may be a name of the center’s own', () => {
    expect(parsePlan('Gold')).toBeNull();
  });
});

describe('weekdays', () => {
  it.each([
    ['M/W/F', 'MON WED FRI'],
    ['mon wed', 'MON WED'],
    ['Sat-Sun', 'SAT SUN'],
    ['TTS', 'TUE THU SAT'],
    ['T/Th', 'TUE THU'],
    ['weekends', 'SAT SUN'],
    ['Tue & Thu', 'TUE THU'],
    ['Mon-Fri', 'MON TUE WED THU FRI'],
    ['Fri to Mon', 'MON FRI SAT SUN'],
    ['Mondays and Thursdays', 'MON THU'],
    ['every day', 'MON TUE WED THU FRI SAT SUN'],
    ['lunes, miércoles', 'MON WED'],
    ['Di + Do', 'TUE THU'],
    ['सोमवार', 'MON'],
  ])('in %j are %s', (text, days) => {
    expect(parseWeekdays(text)?.join(' ')).toBe(days);
  });

  it('are not found in other words', () => {
    expect(parseWeekdays('after school')).toBeNull();
    expect(parseWeekdays('Mon and sometimes')).toBeNull();
    expect(parseWeekdays('')).toBeNull();
  });
});

describe('money matters', () => {
  it.each([
    ['gpay', 'UPI'],
    ['PhonePe', 'UPI'],
    ['NEFT', 'BANK_TRANSFER'],
    ['card', 'CARD'],
    ['Cash', 'CASH'],
    ['Stripe', 'ONLINE'],
    ['cheque', 'OTHER'],
    ['Überweisung', 'BANK_TRANSFER'],
  ])('%s is paid by %s', (text, method) => {
    expect(parsePaymentMethod(text)).toBe(method);
  });

  it('has no way of paying for unknown words', () => {
    expect(parsePaymentMethod('barter')).toBeNull();
  });

  it('takes discounts as a percentage or an amount', () => {
    const currency = 'INR';
    expect(parseDiscount('10%', { currency })).toEqual({ type: 'PERCENT', basisPoints: 1000 });
    expect(parseDiscount('12,5 %', { currency })).toEqual({ type: 'PERCENT', basisPoints: 1250 });
    expect(parseDiscount('10', { currency, percent: true })).toEqual({ type: 'PERCENT', basisPoints: 1000 });
    expect(parseDiscount('₹500 off', { currency })).toEqual({ type: 'FLAT', amountMinor: 50_000 });
    expect(parseDiscount('-500', { currency })).toEqual({ type: 'FLAT', amountMinor: 50_000 });
    expect(parseDiscount('150%', { currency })).toBeNull();
    expect(parseDiscount('sibling', { currency })).toBeNull();
  });
});

describe('sources and people', () => {
  it.each([
    ['walkin', 'WALK_IN', null],
    ['Walk-in', 'WALK_IN', null],
    ['Insta', 'INSTAGRAM', null],
    ['Ref - Mrs Rao', 'REFERRAL', 'Mrs Rao'],
    ['Google', 'GOOGLE', null],
    ['PHONE_CALL', 'PHONE_CALL', null],
    ['Rotary Club', 'OTHER', 'Rotary Club'],
  ])('%j came by %s', (text, source, detail) => {
    expect(parseSource(text)).toEqual({ source, detail });
  });

  it('know relationships', () => {
    expect(['Mom', 'F', 'legal guardian', 'Nani', 'self', 'aunt'].map(parseRelationship)).toEqual([
      'MOTHER',
      'FATHER',
      'GUARDIAN',
      'GRANDPARENT',
      'SELF',
      'OTHER',
    ]);
    expect(parseRelationship('boss')).toBeNull();
  });
});

describe('small cells', () => {
  it('hold ages', () => {
    expect(['5', '5 yrs', '5.5', '4 years 6 months', '18 months', '7 Jahre', '6+'].map(parseAge)).toEqual([
      5, 5, 5, 4, 1, 7, 6,
    ]);
    expect(['2019', '12/05/2018', 'five', ''].map(parseAge)).toEqual([null, null, null, null]);
  });

  it('hold answers', () => {
    expect(['Y', 'came', '✓', 'N', 'not done', 'maybe'].map(parseYesNo)).toEqual([
      true,
      true,
      true,
      false,
      false,
      null,
    ]);
  });

  it('hold counts', () => {
    expect(['12', '12 classes', '12.0', '1.5', 'many'].map(parseCount)).toEqual([12, 12, 12, null, null]);
  });
});

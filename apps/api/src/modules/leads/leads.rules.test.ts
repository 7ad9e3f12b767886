import type { LeadStatus } from '@cartwheel/contracts';
import { allowedFrom, assertMove, pipeline, statusAfterIntro } from './leads.rules.ts';

const open: LeadStatus[] = ['DISCOVERY', 'INTRO_SCHEDULED', 'INTRO_ATTENDED', 'NO_SHOW', 'FOLLOW_UP'];

describe('where a lead may go', () => {
  it.each(open)('is to an enrollment or to the lost ones from %s', (status) => {
    expect(allowedFrom(status)).toEqual(expect.arrayContaining(['ENROLLED', 'DEAD_LEAD']));
  });

  it.each(open.filter((status) => status !== 'FOLLOW_UP'))('is to follow-up from %s', (status) => {
    expect(allowedFrom(status)).toContain('FOLLOW_UP');
  });

  it('is nowhere once enrolled, and back to follow-up once lost', () => {
    expect(allowedFrom('ENROLLED')).toEqual([]);
    expect(allowedFrom('DEAD_LEAD')).toEqual(['FOLLOW_UP']);
  });

  it('is never back to discovery', () => {
    for (const status of pipeline) expect(allowedFrom(status)).not.toContain('DISCOVERY');
  });

  it('is told by the refusal', () => {
    expect(() => assertMove('DISCOVERY', 'INTRO_ATTENDED')).toThrow(
      expect.objectContaining({
        code: 'invalid_transition',
        extras: expect.objectContaining({ allowed: ['INTRO_SCHEDULED', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'] }),
      }),
    );
  });
});

describe('what became of an intro', () => {
  it.each(open)('moves a lead in %s', (status) => {
    expect(statusAfterIntro(status, 'ATTENDED') ?? status).toBe('INTRO_ATTENDED');
    expect(statusAfterIntro(status, 'NO_SHOW') ?? status).toBe('NO_SHOW');
  });

  it.each(['ENROLLED', 'DEAD_LEAD'] as const)('leaves a lead that is %s', (status) => {
    for (const outcome of ['ATTENDED', 'NO_SHOW', 'SCHEDULED'] as const)
      expect(statusAfterIntro(status, outcome)).toBeUndefined();
  });

  it('is taken back only where the lead still stands there', () => {
    expect(statusAfterIntro('NO_SHOW', 'SCHEDULED')).toBe('INTRO_SCHEDULED');
    expect(statusAfterIntro('INTRO_ATTENDED', 'SCHEDULED')).toBe('INTRO_SCHEDULED');
    expect(statusAfterIntro('FOLLOW_UP', 'SCHEDULED')).toBeUndefined();
  });
});

import { changesOf, lastChangeOf } from './setting-changes.ts';

it('keeps only what differs, however deep, and replaces lists as a whole', () => {
  const before = { warn: { expired: 'WARN', unpaid: 'WARN' }, minutes: 10, sources: ['Call'] };
  const after = { warn: { expired: 'BLOCK', unpaid: 'WARN' }, minutes: 10, sources: ['Call', 'Fair'] };
  expect(changesOf(before, after)).toEqual({ warn: { expired: 'BLOCK' }, sources: ['Call', 'Fair'] });
  expect(changesOf(before, structuredClone(before))).toBeUndefined();
});

it('tells the last change below a path, and of no other', () => {
  const changes = [
    { path: 'attendance.onInactive.expired', at: '2026-11-01T00:00:00Z', by: null },
    { path: 'attendance.onInactive.unpaid', at: '2026-11-05T00:00:00Z', by: null },
    { path: 'attendance.onInactiveX', at: '2026-11-09T00:00:00Z', by: null },
  ];
  expect(lastChangeOf(changes, ['attendance.onInactive'])?.at).toBe('2026-11-05T00:00:00Z');
  expect(lastChangeOf(changes, ['privacy'])).toBeUndefined();
});

import { earlierOf, type Stretch, splitAt, stretchesOf } from './stretches.ts';

const today = '2026-11-21';
const until = (day: string, at: string) => ({ at, until: day });
const spans = (stretches: Stretch<{ at: string }>[]) =>
  stretches.map(({ from, until: last, said }) => [from, last, said.at]);

describe('what is said day by day', () => {
  it('is one thing where nothing changes', () => {
    expect(spans(stretchesOf({ at: '17:00' }, [], today))).toEqual([[today, null, '17:00']]);
  });

  it('follows without a gap, and leaves out what has passed', () => {
    const earlier = [until('2026-11-20', '15:00'), until('2026-11-29', '16:00')];
    expect(spans(stretchesOf({ at: '17:00' }, earlier, today))).toEqual([
      [today, '2026-11-29', '16:00'],
      ['2026-11-30', null, '17:00'],
    ]);
  });

  it('is parted on the day on which something begins', () => {
    const stretches = stretchesOf({ at: '17:00' }, [until('2026-11-29', '16:00')], today);
    expect(spans(splitAt(stretches, '2026-11-25'))).toEqual([
      [today, '2026-11-24', '16:00'],
      ['2026-11-25', '2026-11-29', '16:00'],
      ['2026-11-30', null, '17:00'],
    ]);
    expect(splitAt(stretches, '2026-11-30')).toEqual(stretches);
    expect(splitAt(stretches, today)).toEqual(stretches);
  });

  it('is kept but for what ends where nothing changes', () => {
    const stretches = stretchesOf({ at: '17:00' }, [until('2026-11-24', '16:00'), until('2026-11-29', '17:00')], today);
    expect(earlierOf(stretches, (one, other) => one.at === other.at)).toEqual([until('2026-11-24', '16:00')]);
  });
});

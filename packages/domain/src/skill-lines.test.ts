import { onlyNew, readLines, spelledAs } from './skill-lines.ts';

const read = (lines: string[], first: string | null = null) =>
  readLines(lines, first).map(({ name, category }) => [category, name]);

describe('lines that were pasted', () => {
  it('are skills, in the category that was opened last', () => {
    expect(read(['Jump', 'Floor:', 'Forward roll', 'Category: Beam', 'Walk forward'], 'Body')).toEqual([
      ['Body', 'Jump'],
      ['Floor', 'Forward roll'],
      ['Beam', 'Walk forward'],
    ]);
  });

  it('may name their category, for themselves alone', () => {
    expect(read(['Vault: Straddle on', 'Cartwheel'])).toEqual([
      ['Vault', 'Straddle on'],
      [null, 'Cartwheel'],
    ]);
  });

  it('lose bullets, numbers, double spaces and empty lines, and keep a ratio', () => {
    expect(read(['- Monkey  kick', '2) Bridge', '3. Candle', '• Tuck', '', '   ', 'Handstand 1:1'])).toEqual([
      [null, 'Monkey kick'],
      [null, 'Bridge'],
      [null, 'Candle'],
      [null, 'Tuck'],
      [null, 'Handstand 1:1'],
    ]);
  });

  it('know which line each was', () => {
    expect(readLines(['Floor:', '', 'Cartwheel'], null).map(({ line }) => line)).toEqual([2]);
  });
});

describe('skills that are added', () => {
  it('are those that are not taught yet, each once, in the spelling of their category', () => {
    const pasted = [
      { name: 'cartwheel', category: null },
      { name: 'Bridge', category: 'floor' },
      { name: 'bridge', category: 'Floor' },
    ];
    const { added, skipped } = onlyNew(pasted, [{ name: 'Cartwheel', category: 'Floor' }]);

    expect(added).toEqual([{ name: 'Bridge', category: 'Floor' }]);
    expect(skipped.map(({ name }) => name)).toEqual(['cartwheel', 'bridge']);
  });

  it('have no category when none was typed', () => {
    expect([spelledAs(['Floor'], ''), spelledAs(['Floor'], null), spelledAs(['Floor'], 'Bars')]).toEqual([
      null,
      null,
      'Bars',
    ]);
  });
});

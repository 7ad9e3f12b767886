import fc from 'fast-check';
import { PageWriter } from './page-writer.ts';

const newPage = () => new PageWriter({ size: 'A4', title: 'A test', language: 'en-IN' });
const block = { x: 40, y: 40, width: 200 };
const blocks = [
  [0x20, 0x17f],
  [0x600, 0x6ff],
  [0x900, 0x97f],
  [0x980, 0x9ff],
  [0xa80, 0xaff],
  [0xb80, 0xbff],
  [0xc00, 0xc7f],
  [0xc80, 0xcff],
  [0xd00, 0xd7f],
  [0x1f600, 0x1f64f],
] as const;

describe('writing on a page', () => {
  it('takes as many lines as the width needs, and says where the next would be', () => {
    const page = newPage();

    expect(page.write('Asha', { ...block, size: 10 })).toBe(54);
    expect(page.write('Asha Rao of the beginners, who comes on Mondays and Wednesdays', { ...block, size: 10 })).toBe(
      68,
    );
    expect(page.write('one\ntwo\nthree', { ...block, size: 10 })).toBe(82);
  });

  it('shortens what is longer than it may be, and cuts a word that is too wide', () => {
    const page = newPage();

    expect(page.write('word '.repeat(200), { ...block, size: 10, maxLines: 2 })).toBe(68);
    expect(page.write('x'.repeat(90), { ...block, size: 10 })).toBeGreaterThan(54);
  });

  it('leaves out the pictures in a name, for which no face has a letter', () => {
    const page = newPage();

    expect(page.linesFor(`${'👩‍👩‍👧‍👦🎉'.repeat(30)} Zoë 🤸🏽‍♀️`, { x: 40, width: 200 })).toBe(1);
    expect(page.linesFor(`★ ● © ${'1234567890 '.repeat(9)}`, { x: 40, width: 200 })).toBeGreaterThan(1);
  });

  it('never fails, whatever letters and marks a name is made of', async () => {
    const name = fc
      .constantFrom(...blocks)
      .chain(([from, to]) => fc.array(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 10 }))
      .map((signs) => String.fromCodePoint(...signs));
    const page = newPage();
    fc.assert(
      fc.property(name, (text) => void page.write(text, { ...block, maxLines: 2 })),
      { numRuns: 100, examples: [['\u06a3'], ['\u0020\u0652'], ['فَاطِمَة اللّٰه']] },
    );

    const pdf = await page.finish();
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });
});

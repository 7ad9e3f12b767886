import { readsRightToLeft, runsOf } from './text-runs.ts';

describe('the runs of a line', () => {
  it('change with the script; marks stay with their letter', () => {
    expect(runsOf('Name: आरव शर्मा (Aarav)')).toEqual([
      { script: 'Latin', text: 'Name: ' },
      { script: 'Devanagari', text: 'आरव' },
      { script: 'Latin', text: ' ' },
      { script: 'Devanagari', text: 'शर्मा' },
      { script: 'Latin', text: ' (Aarav)' },
    ]);
  });

  it('keep Latin with its accents and the rupee in one face', () => {
    expect(runsOf('Śrīnivāsa ₹450.00')).toEqual([{ script: 'Latin', text: 'Śrīnivāsa ₹450.00' }]);
  });

  it('keep the words of an Arabic name together, so that the face can turn them around', () => {
    expect(runsOf('محمد بن سلمان (Muhammad)')).toEqual([
      { script: 'Arabic', text: 'محمد بن سلمان' },
      { script: 'Latin', text: ' (Muhammad)' },
    ]);
  });

  it('draw a number within Arabic to the left of the words before it, in its own direction', () => {
    expect(runsOf('شارع 12 الرياض')).toEqual([
      { script: 'Arabic', text: ' الرياض' },
      { script: 'Latin', text: '12' },
      { script: 'Arabic', text: 'شارع ' },
    ]);
    expect(runsOf('شارع ١٢')[0]).toEqual({ script: 'Arabic', text: '٢١' });
  });

  it('take dots and brackets within Arabic from the Latin face, which has them, and turn brackets around', () => {
    expect(runsOf('بثقة. (نتطلع)').map(({ script, text }) => [script, text])).toEqual([
      ['Arabic', 'نتطلع'],
      ['Latin', ')'],
      ['Arabic', ' '],
      ['Latin', '.'],
      ['Arabic', 'بثقة'],
      ['Latin', ')'],
    ]);
  });

  it('stand from right to left as a whole where the text reads so', () => {
    expect(readsRightToLeft('محمد plays')).toBe(true);
    expect(readsRightToLeft('Asha محمد')).toBe(false);
    expect(runsOf('(نتطلع)', true).map(({ text }) => text)).toEqual(['(', 'نتطلع', ')']);
    expect(runsOf('يقف Handstand بثقة', true).map(({ text }) => text)).toEqual(['بثقة', ' Handstand ', 'يقف']);
  });
});

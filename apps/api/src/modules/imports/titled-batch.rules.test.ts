import { readWorkbook, type Sheet } from '@cartwheel/sheets';
import { titledBatch } from './titled-batch.rules.ts';

const batches = ['Gym', 'Pre-K Gym 4–6', 'Tumbling squad'];
const sheetOf = (titles: string[], name = 'Sheet1'): Sheet =>
  readWorkbook(Buffer.from([...titles, 'Name,Mark', 'Asha,P'].join('\n')), `${name}.csv`).sheets[0]!;
const batchOf = (titles: string[], name?: string) => titledBatch(sheetOf(titles, name), titles.length + 1, batches);

describe('the batch a sheet is about', () => {
  it.each([
    [['Batch: Pre-K Gym 4-6'], 'Pre-K Gym 4–6'],
    [['Sunrise,Koramangala', 'PRE-K GYM 4 – 6 (Mon/Wed)'], 'Pre-K Gym 4–6'],
    [['Gym attendance'], 'Gym'],
    [['Tumbling squad', 'Month: August 2026'], 'Tumbling squad'],
  ])('is named in its titles: %j', (titles, batch) => expect(batchOf(titles)).toBe(batch));

  it('is named by the sheet or the file', () => {
    expect(batchOf([], 'tumbling squad aug-2026')).toBe('Tumbling squad');
  });

  it.each([[[]], [['Gym and Tumbling squad']], [['Gymnastics']]])('is nobody’s guess: %j', (titles) =>
    expect(batchOf(titles)).toBeNull(),
  );

  it('is not looked for below its headers', () => {
    const sheet = readWorkbook(Buffer.from('Name,Mark\nGym,P\n'), 'a.csv').sheets[0]!;
    expect(titledBatch(sheet, 1, batches)).toBeNull();
  });
});

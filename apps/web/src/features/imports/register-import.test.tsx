import type { Import } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { apiAnswers, requests } from '../../test/api-answers.ts';
import { anImport } from '../../test/imports.ts';
import { exportShown } from '../../test/export-shown.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { ImportScreen } from './import-screen.tsx';

jest.setTimeout(20_000);

const column = (index: number, header: string, field: string | null) => ({
  index,
  header,
  field,
  samples: ['P'],
  filled: 1,
  confidence: field ? ('SURE' as const) : ('UNMAPPED' as const),
});
const register: Import = {
  ...anImport,
  kind: 'ATTENDANCE',
  fileName: 'august.xlsx',
  columns: [column(1, 'Name', 'childName'), column(2, '2026-08-04', 'mark'), column(3, '2026-08-06', 'mark')],
  values: [
    { field: 'mark', value: 'P', count: 9, becomes: 'PRESENT' },
    { field: 'mark', value: 'zz', count: 1, becomes: null },
  ],
};
const named = (...names: string[]) => ({ items: names.map((name) => ({ id: name, name })), nextCursor: null });

beforeEach(() => apiAnswers({ listBatches: named('Little Gym', 'Pre-K Gym'), listCurricula: named('Gymnastics') }));

it('asks which batch a register is about, and takes what its title says', async () => {
  apiAnswers({ getImport: { ...register, titledBatches: { Aug: 'Little Gym' } }, changeImport: register });
  const { user } = renderScreen(<ImportScreen id={register.id} />);
  const question = await screen.findByLabelText(/Which (batch|class)/i);
  expect(question).toHaveDisplayValue('As the title says: Little Gym');
  await within(question).findByRole('option', { name: 'Pre-K Gym' });
  await user.selectOptions(question, 'Pre-K Gym');
  expect(requests('changeImport')[0]?.body).toEqual({ defaults: { batch: 'Pre-K Gym' } });
});

it('asks for no batch where a column says it', async () => {
  apiAnswers({ getImport: { ...register, columns: [...register.columns, column(4, 'Batch', 'batch')] } });
  renderScreen(<ImportScreen id={register.id} />);
  expect(await screen.findByText('august.xlsx')).toBeVisible();
  expect(screen.queryByLabelText(/Which (batch|class)/i)).toBeNull();
});

it('offers what a word for attendance can mean', async () => {
  apiAnswers({ getImport: register, changeImport: register });
  const { user } = renderScreen(<ImportScreen id={register.id} />);
  expect(await screen.findByLabelText(/“?P”? becomes|becomes.*P/i)).toHaveDisplayValue('Present');
  await user.selectOptions(screen.getByLabelText(/zz/), 'Excused');
  expect(requests('changeImport')[0]?.body).toEqual({ valueMap: { mark: { zz: 'EXCUSED' } } });
});

it('offers the skills of the chosen curriculum', async () => {
  const skills = { ...register, kind: 'SKILLS' as const, defaults: { curriculum: 'Gymnastics' } };
  const values = [{ field: 'skill', value: 'Wheel', count: 3, becomes: null }];
  apiAnswers({ getImport: { ...skills, values }, changeImport: skills });
  apiAnswers({ getCurriculum: { id: 'Gymnastics', skills: [{ name: 'Cartwheel' }] } });
  const { user } = renderScreen(<ImportScreen id={register.id} />);
  await screen.findByRole('option', { name: 'Cartwheel' });
  await user.selectOptions(screen.getByLabelText(/Wheel/), 'Cartwheel');
  expect(requests('changeImport')[0]?.body).toEqual({ valueMap: { skill: { Wheel: 'Cartwheel' } } });
});

it('says the day of each cell of a row, and exports the rows that are shown', async () => {
  const row = (cells: object) => ({
    rowNumber: 6,
    sheet: 'Aug',
    outcome: 'CREATED',
    reasons: [],
    warnings: [],
    studentId: null,
    leadId: null,
    cells,
  });
  const items = [row({ Name: 'Asha Rao', '2026-08-04': 'P' }), row({ Name: 'Asha Rao', '2026-08-06': 'A' })];
  apiAnswers({ getImport: { ...register, status: 'DONE' }, listImportRows: { items, nextCursor: null } });
  const { user } = renderScreen(<ImportScreen id={register.id} />, { as: 'CENTER_ADMIN' });
  expect(await screen.findByText(/Asha Rao · 4 Aug 2026: P/)).toBeVisible();
  expect(screen.getByText(/Asha Rao · 6 Aug 2026: A/)).toBeVisible();
  expect(await exportShown(user, 'Export: Rows')).toEqual({ file: 'import-rows.csv', query: { id: register.id } });
});

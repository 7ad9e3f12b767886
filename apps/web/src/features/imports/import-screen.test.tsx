import type { Import } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { anImport } from '../../test/imports.ts';
import { whereTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { ImportScreen } from './import-screen.tsx';
import { ImportsScreen } from './imports-screen.tsx';

jest.setTimeout(20_000);

const sure = anImport;
const checked: Import = { ...sure, status: 'CHECKED', counts: { created: 120, updated: 13, skipped: 2, failed: 1 } };
const done: Import = { ...checked, status: 'DONE', undoUntil: '2999-01-01T00:00:00Z' };
const broken = {
  rowNumber: 42,
  sheet: 'leads',
  outcome: 'FAILED',
  reasons: [{ field: 'dob', code: 'not_a_date', message: 'Row 42, DOB: “31/02/25” is not a date.' }],
  warnings: [],
  cells: { Child: 'Zoya' },
  studentId: null,
  leadId: null,
};
const rows = { items: [broken], nextCursor: null };

it('uploads a file as soon as it is chosen, and opens what was recognised', async () => {
  apiAnswers({ listImports: { items: [], nextCursor: null }, uploadImport: sure });
  const { user } = renderScreen(<ImportsScreen />);
  const file = new File(['Child,Phone'], 'leads.csv', { type: 'text/csv' });
  await user.upload(await screen.findByLabelText('Choose file', { selector: 'input' }), file);
  await waitFor(() => expect(whereTo()[0]).toBe(`/c/riverside/imports/${sure.id}`));
  const [sent] = requests('uploadImport');
  const form = sent?.body instanceof FormData ? sent.body : new FormData();
  expect(form.get('kind')).toBe('LEADS');
  expect(form.has('file')).toBe(true);
  expect(sent?.headers.get('Content-Type')).toBeNull();
});

it('asks how the file was saved when its letters cannot be read, and reads it again', async () => {
  const refusal = problem(422, 'unreadable_file', {
    errors: [{ path: 'encoding', message: 'Choose', code: 'encoding_unknown' }],
  });
  apiAnswers({ listImports: { items: [], nextCursor: null }, uploadImport: refusal });
  const { user } = renderScreen(<ImportsScreen />);
  await user.upload(await screen.findByLabelText('Choose file', { selector: 'input' }), new File(['x'], 'a.csv'));
  await screen.findByLabelText('How was this text file saved?');
  apiAnswers({ uploadImport: sure });
  await user.click(screen.getByRole('button', { name: 'Read it again' }));
  await waitFor(() => expect(whereTo()[0]).toBe(`/c/riverside/imports/${sure.id}`));
  const form = requests('uploadImport')[1]?.body;
  expect(form instanceof FormData && form.get('encoding')).toBe('windows-1252');
});

it('takes a file that is sure from the check to the import in two clicks', async () => {
  apiAnswers({
    getImport: sure,
    dryRunImport: checked,
    listImportRows: rows,
    runImport: { ...checked, status: 'RUNNING' },
  });
  const { user } = renderScreen(<ImportScreen id={sure.id} />);
  expect(await screen.findByText('Everything was recognised')).toBeVisible();
  apiAnswers({ getImport: checked });
  await user.click(screen.getByRole('button', { name: 'Run check' }));
  await user.click(await screen.findByRole('button', { name: 'Import 133 rows' }));
  await waitFor(() => expect(requests('runImport')).toHaveLength(1));
});

it('holds the check back until a column is the name', async () => {
  const nameless: Import = {
    ...sure,
    columns: sure.columns.map((column) =>
      column.index === 0 ? { ...column, field: null, confidence: 'UNMAPPED' } : column,
    ),
    mapping: { '0': null, '1': 'phone' },
  };
  apiAnswers({ getImport: nameless, changeImport: sure });
  const { user } = renderScreen(<ImportScreen id={sure.id} />);
  expect(await screen.findByRole('button', { name: 'Run check' })).toBeDisabled();
  await user.selectOptions(screen.getByLabelText('Child goes to'), 'childName');
  await waitFor(() =>
    expect(requests('changeImport')[0]?.body).toEqual({ mapping: { '0': 'childName', '1': 'phone' } }),
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Run check' })).toBeEnabled());
});

it('asks about day and month when no date proves them, with the date both ways', async () => {
  apiAnswers({ getImport: { ...sure, dateOrder: 'DMY', dateSamples: ['03/04/2026'] }, changeImport: sure });
  const { user } = renderScreen(<ImportScreen id={sure.id} />);
  expect(await screen.findByRole('radio', { name: '03/04/2026 is 3 Apr 2026' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: '03/04/2026 is 4 Mar 2026' }));
  await waitFor(() => expect(requests('changeImport')[0]?.body).toEqual({ dateOrder: 'MDY' }));
});

it('asks what to do when a batch is full, for a file that fills batches', async () => {
  const students: Import = {
    ...sure,
    kind: 'STUDENTS',
    columns: [
      ...sure.columns,
      { index: 2, header: 'Batch', samples: ['Tots'], filled: 1, field: 'batch', confidence: 'SURE' },
    ],
    defaults: { source: 'School fair' },
  };
  const without = { ...students, defaults: { ...students.defaults, whenFull: 'WITHOUT_PLACE' } };
  apiAnswers({ getImport: students, changeImport: without });
  const { user } = renderScreen(<ImportScreen id={sure.id} />);
  expect(await screen.findByRole('radio', { name: 'Leave the row out, and say so' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'Import it without a place' }));
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Import it without a place' })).toBeChecked());
  await user.click(screen.getByRole('radio', { name: 'Leave the row out, and say so' }));
  await waitFor(() => expect(requests('changeImport')).toHaveLength(2));
  expect(requests('changeImport').map(({ body }) => body)).toEqual([
    { defaults: without.defaults },
    { defaults: students.defaults },
  ]);
});

it('does not ask about batches where nobody is put into one', async () => {
  apiAnswers({ getImport: sure });
  renderScreen(<ImportScreen id={sure.id} />);
  expect(await screen.findByText('Everything was recognised')).toBeVisible();
  expect(screen.queryByRole('radiogroup', { name: /is full/ })).toBeNull();
});

it('groups errors by what is wrong and undoes a finished import after asking', async () => {
  apiAnswers({ getImport: done, listImportRows: rows, undoImport: { ...done, status: 'UNDONE', undoUntil: null } });
  const { user } = renderScreen(<ImportScreen id={sure.id} />);
  expect(await screen.findByText('133 rows imported')).toBeVisible();
  expect(await screen.findByText(/This is not a date/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo import' }));
  expect(requests('undoImport')).toHaveLength(0);
  await user.click(await screen.findByRole('button', { name: 'Undo the import' }));
  await waitFor(() => expect(requests('undoImport')).toHaveLength(1));
});

it('is for admins', async () => {
  renderScreen(<ImportsScreen />, { as: 'COUNSELOR' });
  expect(await screen.findByText('Center admins bring data in.')).toBeVisible();
});

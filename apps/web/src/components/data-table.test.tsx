import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderPlain } from '../test/render-screen.tsx';
import { type DataColumn, DataTable } from './data-table.tsx';
import { ShortcutProvider } from './shortcuts.tsx';
import { FilteredEmpty } from './state-views.tsx';
import { ApiProblem } from '../lib/api-problem.ts';

interface Child {
  id: string;
  name: string;
  age: number;
}
const asha = { id: 'asha', name: 'Asha', age: 6 };
const ben = { id: 'ben', name: 'Ben', age: 4 };

const columns: DataColumn<Child>[] = [
  { id: 'name', header: 'Name', cell: (child) => child.name, isName: true },
  { id: 'age', header: 'Age', cell: (child) => child.age, align: 'end' },
];

function renderTable(props: Partial<Parameters<typeof DataTable<Child>>[0]> = {}) {
  return renderPlain(
    <ShortcutProvider>
      <DataTable
        label="Students"
        name="students"
        columns={columns}
        rows={[asha, ben]}
        keyOf={(child) => child.id}
        failure="Students could not be loaded"
        onRetry={() => {}}
        empty="Nobody"
        exporting={{}}
        {...props}
      />
    </ShortcutProvider>,
  );
}

it('opens a row by click anywhere in it', async () => {
  const onOpen = jest.fn();
  const { user } = renderTable({ onOpen });
  await user.click(screen.getByRole('cell', { name: '4' }));
  expect(onOpen).toHaveBeenCalledWith(ben);
});

it('moves with J and K and opens with Enter', async () => {
  const onOpen = jest.fn();
  const { user } = renderTable({ onOpen });
  await user.keyboard('jj');
  expect(screen.getByRole('button', { name: 'Ben' })).toHaveFocus();
  await user.keyboard('k{Enter}');
  expect(onOpen).toHaveBeenCalledTimes(1);
  expect(onOpen).toHaveBeenCalledWith(asha);
});

it('puts a column away and remembers it on this device', async () => {
  const { user, unmount } = renderTable();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Age' }));
  expect(screen.queryByRole('columnheader', { name: 'Age' })).toBeNull();
  unmount();
  renderTable();
  expect(screen.queryByRole('columnheader', { name: 'Age' })).toBeNull();
  expect(screen.getByRole('columnheader', { name: 'Name' })).toBeVisible();
});

it('loads more on request', async () => {
  const load = jest.fn();
  const { user } = renderTable({ more: { isThere: true, isLoading: false, load } });
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  expect(load).toHaveBeenCalled();
});

it('shows why nothing is shown: an error with retry, or filters', async () => {
  const onRetry = jest.fn();
  const problem = new ApiProblem({ code: 'internal', status: 500, title: 'x', requestId: 'request-7' });
  const { user, unmount } = renderTable({ rows: undefined, problem, onRetry });
  expect(screen.getByRole('alert')).toHaveTextContent('Students could not be loaded');
  expect(screen.getByText('Request request-7')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalled();
  unmount();
  const onClear = jest.fn();
  const { user: other } = renderTable({
    rows: [],
    empty: <FilteredEmpty title="No students match" onClear={onClear} />,
  });
  await other.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(onClear).toHaveBeenCalled();
});

it('has no Export for who may not', () => {
  renderTable();
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
});

it('exports in the format that was asked for', async () => {
  const onExport = jest.fn(async () => {});
  const { user } = renderTable({ exporting: { onExport } });
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(within(await screen.findByRole('menu')).getByRole('menuitem', { name: 'Excel workbook' }));
  expect(onExport).toHaveBeenCalledWith('xlsx');
});

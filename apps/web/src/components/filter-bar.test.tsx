import { screen, waitFor } from '@testing-library/react';
import { useUrlState } from '../lib/url-state.ts';
import { visit } from '../test/navigation.ts';
import { renderPlain } from '../test/render-screen.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ShortcutProvider } from './shortcuts.tsx';

function Leads() {
  const { values, change, clear, isFiltered } = useUrlState({ q: '', status: 'OPEN' });
  const search = { label: 'Find a lead', value: values.q, onChange: (q: string) => change({ q }) };
  return (
    <ShortcutProvider>
      <FilterBar search={search} isFiltered={isFiltered} onClear={clear}>
        <button onClick={() => change({ status: 'DEAD' })}>dead ones</button>
      </FilterBar>
      <output>{`${values.q}/${values.status}`}</output>
    </ShortcutProvider>
  );
}

it('keeps filters in the address, without the defaults and beside what else is there', async () => {
  visit('/c/riverside/leads?view=board');
  const { user } = renderPlain(<Leads />);
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
  await user.keyboard('asha');
  await waitFor(() => expect(window.location.search).toBe('?view=board&q=asha'));
  await user.click(screen.getByText('dead ones'));
  expect(window.location.search).toBe('?view=board&q=asha&status=DEAD');
  expect(screen.getByText('asha/DEAD')).toBeVisible();
});

it('starts from the address and clears back to the defaults', async () => {
  visit('/c/riverside/leads?q=ben&status=DEAD');
  const { user } = renderPlain(<Leads />);
  expect(screen.getByRole('searchbox')).toHaveValue('ben');
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(window.location.search).toBe('');
  expect(screen.getByRole('searchbox')).toHaveValue('');
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
});

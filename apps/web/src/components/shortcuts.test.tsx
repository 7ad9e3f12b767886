import { jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPlain } from '../test/render-screen.tsx';
import { ShortcutProvider, useShortcut } from './shortcuts.tsx';

const goLeads = jest.fn();
const goToday = jest.fn();
const addNew = jest.fn();

function Keys() {
  useShortcut('g l', 'Go to Leads', goLeads);
  useShortcut('t', 'Today in the calendar', goToday);
  useShortcut('n', 'New lead', addNew);
  return <input aria-label="Name" />;
}

function renderKeys() {
  return renderPlain(
    <ShortcutProvider>
      <Keys />
    </ShortcutProvider>,
  );
}

beforeEach(() => {
  for (const run of [goLeads, goToday, addNew]) run.mockClear();
});

it('runs two keys one after the other, and single ones', async () => {
  const { user } = renderKeys();
  await user.keyboard('gl');
  expect(goLeads).toHaveBeenCalledTimes(1);
  await user.keyboard('N');
  expect(addNew).toHaveBeenCalledTimes(1);
});

it('leaves typing and browser keys alone', async () => {
  const { user } = renderKeys();
  await user.type(screen.getByLabelText('Name'), 'nt');
  await user.tab();
  await user.keyboard('{Control>}n{/Control}');
  expect(addNew).not.toHaveBeenCalled();
  expect(goToday).not.toHaveBeenCalled();
});

it('shows its map behind the question mark, and can be switched off there', async () => {
  const { user } = renderKeys();
  await user.keyboard('?');
  expect(await screen.findByText('Go to Leads')).toBeVisible();
  await user.click(screen.getByRole('switch', { name: /Single keys/ }));
  await user.keyboard('{Escape}');
  await user.keyboard('n');
  expect(addNew).not.toHaveBeenCalled();
});

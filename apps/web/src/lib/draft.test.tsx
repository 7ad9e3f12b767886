import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderScreen } from '../test/render-screen.tsx';
import { useDraft } from './draft.ts';

function Intake() {
  const [name, setName] = useState('');
  const draft = useDraft({
    form: 'lead-intake',
    values: { name },
    isDirty: name !== '',
    restore: (values) => setName(values.name),
  });
  return (
    <>
      <input aria-label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      {draft.keptAt && <button onClick={draft.restore}>restore</button>}
      <button onClick={draft.forget}>saved</button>
    </>
  );
}

it('brings a half-filled form back to the same person on the same device', async () => {
  const { user, unmount } = renderScreen(<Intake />, { as: 'COUNSELOR' });
  await user.type(await screen.findByLabelText('Name'), 'Asha');
  await waitFor(() => expect(JSON.stringify(Object.entries(localStorage))).toContain('Asha'));
  unmount();
  const again = renderScreen(<Intake />, { as: 'COUNSELOR' });
  await again.user.click(await screen.findByText('restore'));
  expect(screen.getByLabelText('Name')).toHaveValue('Asha');
  again.unmount();
  renderScreen(<Intake />, { as: 'TRAINER' });
  await screen.findByLabelText('Name');
  expect(screen.queryByText('restore')).toBeNull();
});

it('forgets the draft once it is saved', async () => {
  const { user, unmount } = renderScreen(<Intake />);
  await user.type(await screen.findByLabelText('Name'), 'Asha');
  await waitFor(() => expect(JSON.stringify(Object.entries(localStorage))).toContain('Asha'));
  await user.click(screen.getByText('saved'));
  unmount();
  renderScreen(<Intake />);
  await screen.findByLabelText('Name');
  expect(screen.queryByText('restore')).toBeNull();
});

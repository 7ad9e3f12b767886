import { act, screen, waitFor } from '@testing-library/react';
import { announceSignedOut, markRenewed } from '../../lib/session-renewal.ts';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { someone } from '../../test/cast.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { SignInAgain } from './sign-in-again.tsx';

afterEach(() => act(() => markRenewed()));

function Form() {
  return (
    <>
      <input aria-label="Half typed" />
      <SignInAgain />
    </>
  );
}

it('lies over a half-filled form and leaves it as it was', async () => {
  apiAnswers({ login: { accessToken: 'x', expiresAt: '', user: someone('COUNSELOR') } });
  const { user } = renderScreen(<Form />, { as: 'COUNSELOR' });
  await user.type(await screen.findByLabelText('Half typed'), 'Asha Ra');
  act(() => announceSignedOut());
  const password = await screen.findByLabelText('Password');
  await user.keyboard('{Escape}');
  await user.type(password, 'four words in a row{Enter}');
  await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull());
  expect(requests('login')[0]?.body).toEqual({ email: 'tess@example.com', password: 'four words in a row' });
  expect(screen.getByLabelText('Half typed')).toHaveValue('Asha Ra');
});

it('stays until the password is right', async () => {
  apiAnswers({ login: problem(401, 'invalid_credentials') });
  const { user } = renderScreen(<Form />);
  await screen.findByLabelText('Half typed');
  act(() => announceSignedOut());
  await user.type(await screen.findByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('E-mail and password do not match');
});

it('goes away when another tab has signed in', async () => {
  renderScreen(<Form />);
  await screen.findByLabelText('Half typed');
  act(() => announceSignedOut());
  await screen.findByLabelText('Password');
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'cartwheel.refreshed-at' })));
  await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull());
});

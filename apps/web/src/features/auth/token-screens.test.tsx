import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { someone } from '../../test/cast.ts';
import { visit } from '../../test/navigation.ts';
import { renderPlain } from '../../test/render-screen.tsx';

const leaveTo = jest.fn();
jest.unstable_mockModule('../../lib/leave.ts', () => ({ leaveTo }));
const { MagicScreen } = await import('./magic-screen.tsx');
const { AcceptInviteScreen } = await import('./accept-invite-screen.tsx');
const { ResetScreen } = await import('./reset-screen.tsx');
const { SignUpScreen } = await import('./sign-up-screen.tsx');

const token = 'a-token-of-more-than-twenty-letters';
const signedIn = { accessToken: 'x', expiresAt: '', user: someone('TRAINER') };

beforeEach(() => leaveTo.mockClear());

it('uses a mailed link up only when the button is pressed', async () => {
  visit(`/magic?token=${token}`);
  apiAnswers({ consumeMagicLink: signedIn });
  const { user } = renderPlain(<MagicScreen />);
  expect(requests()).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/'));
  expect(requests('consumeMagicLink')[0]?.body).toEqual({ token });
});

it('offers a new link when the old one is used up', async () => {
  visit(`/magic?token=${token}`);
  apiAnswers({ consumeMagicLink: problem(400, 'invalid_token') });
  const { user } = renderPlain(<MagicScreen />);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This link was used or is too old');
  expect(screen.getByRole('link', { name: 'Ask for a new link' })).toHaveAttribute('href', '/login');
});

it('takes up an invitation with a password alone', async () => {
  visit(`/accept-invite?token=${token}`);
  apiAnswers({ acceptInvite: signedIn });
  const { user } = renderPlain(<AcceptInviteScreen />);
  await user.type(screen.getByLabelText('New password'), 'four words in a row');
  await user.click(screen.getByRole('button', { name: 'Join' }));
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/'));
  expect(requests('acceptInvite')[0]?.body).toEqual({ token, password: 'four words in a row' });
});

it('sets a new password and leads to the login', async () => {
  visit(`/reset?token=${token}`);
  apiAnswers({ consumePasswordReset: { changed: true } });
  const { user } = renderPlain(<ResetScreen />);
  await user.type(screen.getByLabelText('New password'), 'four words in a row');
  await user.click(screen.getByRole('button', { name: 'Save the password' }));
  expect(await screen.findByRole('heading', { name: 'Your password is changed' })).toBeVisible();
});

it('says what is wrong with an address without its token', () => {
  visit('/reset');
  renderPlain(<ResetScreen />);
  expect(screen.getByRole('heading', { name: 'This link is not complete' })).toBeVisible();
});

it('opens a center with the zone and the money of its country', async () => {
  visit('/signup');
  apiAnswers({ signUp: signedIn });
  const { user } = renderPlain(<SignUpScreen />);
  await user.type(screen.getByLabelText('Organization'), 'Riverside Sports');
  await user.type(screen.getByLabelText('First center'), 'Riverside');
  await user.selectOptions(screen.getByLabelText('Country'), 'AE');
  await user.type(screen.getByLabelText('Your name'), 'Noor');
  await user.type(screen.getByLabelText('E-mail'), 'noor@example.com');
  await user.type(screen.getByLabelText('New password'), 'four words in a row');
  await user.click(screen.getByRole('button', { name: 'Create the center' }));
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/'));
  expect(requests('signUp')[0]?.body).toMatchObject({ country: 'AE', timezone: 'Asia/Dubai', currency: 'AED' });
});

import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { someone } from '../../test/cast.ts';
import { visit } from '../../test/navigation.ts';
import { renderPlain } from '../../test/render-screen.tsx';

const leaveTo = jest.fn();
jest.unstable_mockModule('../../lib/leave.ts', () => ({ leaveTo }));
const { LoginScreen } = await import('./login-screen.tsx');

beforeEach(() => {
  leaveTo.mockClear();
  visit('/login?next=%2Fc%2Friverside%2Fleads');
});

async function type(email: string, password: string) {
  const { user } = renderPlain(<LoginScreen />);
  await user.type(screen.getByLabelText('E-mail'), email);
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
  return user;
}

it('signs in with Enter and goes on to where one wanted to be', async () => {
  apiAnswers({ login: { accessToken: 'x', expiresAt: '', user: someone('TRAINER') } });
  await type('ravi@example.com', 'long enough to be right');
  await waitFor(() => expect(leaveTo).toHaveBeenCalledWith('/c/riverside/leads'));
  expect(requests('login')[0]?.body).toEqual({ email: 'ravi@example.com', password: 'long enough to be right' });
});

it('keeps the password out of the address even before the page is ready', () => {
  const { container } = renderPlain(<LoginScreen />);
  expect(container.querySelector('form')).toHaveAttribute('method', 'post');
});

it('has one neutral sentence for a wrong pair', async () => {
  apiAnswers({ login: problem(401, 'invalid_credentials', { detail: 'no such user' }) });
  await type('nobody@example.com', 'x');
  expect(await screen.findByRole('alert')).toHaveTextContent('E-mail and password do not match');
  expect(screen.getByRole('alert')).not.toHaveTextContent('no such user');
  expect(leaveTo).not.toHaveBeenCalled();
});

it('says how long a lock lasts', async () => {
  globalThis.fetch = async () =>
    Response.json(problem(429, 'rate_limited'), { status: 429, headers: { 'Retry-After': '540' } });
  await type('ravi@example.com', 'x');
  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 9 minutes');
});

it('mails a link, with the same words whether the address is known or not', async () => {
  apiAnswers({ requestMagicLink: { accepted: true } });
  const { user } = renderPlain(<LoginScreen />);
  await user.click(screen.getByRole('button', { name: 'E-mail me a link' }));
  expect(screen.getByText('Type your e-mail address first')).toBeVisible();
  await user.type(screen.getByLabelText('E-mail'), 'ravi@example.com');
  await user.click(screen.getByRole('button', { name: 'E-mail me a link' }));
  expect(await screen.findByText(/If ravi@example.com has an account here/)).toBeVisible();
});

it('shows the password on request and notices the caps lock', async () => {
  const { user } = renderPlain(<LoginScreen />);
  const password = screen.getByLabelText('Password');
  await user.click(screen.getByRole('button', { name: 'Show the password' }));
  expect(password).toHaveAttribute('type', 'text');
  fireEvent.keyDown(password, { key: 'A', modifierCapsLock: true });
  expect(screen.getByText('Caps lock is on')).toBeVisible();
});

import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { riverside } from '../../test/cast.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { UsersScreen } from './users-screen.tsx';

jest.setTimeout(20_000);

const ravi = {
  id: '0190a000-0000-7000-8000-0000000000a4',
  name: 'Ravi',
  email: 'ravi@example.com',
  phone: null,
  status: 'ACTIVE',
  isSuperAdmin: false,
  assignments: [{ centerId: riverside.id, centerName: riverside.name, role: 'TRAINER' }],
  lastSeenAt: null,
  version: 3,
};

it('invites a trainer into this center', async () => {
  apiAnswers({ listUsers: { items: [ravi], nextCursor: null }, inviteUser: ravi });
  const { user } = renderScreen(<UsersScreen />);
  await user.click(await screen.findByRole('button', { name: 'Invite someone' }));
  const sheet = await screen.findByRole('dialog');
  await user.type(within(sheet).getByLabelText('Name'), 'Anita Rao');
  await user.type(within(sheet).getByLabelText('E-mail'), 'anita@example.com');
  await user.click(within(sheet).getByRole('button', { name: 'Send invitation' }));
  expect(await within(sheet).findByText('Choose a role')).toBeVisible();
  await user.click(within(sheet).getByRole('radio', { name: 'Trainer' }));
  await user.click(within(sheet).getByRole('button', { name: 'Send invitation' }));
  await waitFor(() => expect(requests('inviteUser')).toHaveLength(1));
  expect(requests('inviteUser')[0]?.body).toEqual({
    name: 'Anita Rao',
    email: 'anita@example.com',
    role: 'TRAINER',
    centerId: riverside.id,
  });
});

it('deactivates only after saying what that means, and repeats why the API refuses', async () => {
  const refusal = problem(409, 'invalid_transition', { detail: 'Ravi is the last active center admin of Riverside.' });
  apiAnswers({ listUsers: { items: [ravi], nextCursor: null }, setUserStatus: refusal });
  const { user } = renderScreen(<UsersScreen />);
  await user.click(await screen.findByRole('button', { name: 'Ravi' }));
  const sheet = await screen.findByRole('dialog', { name: 'Ravi' });
  await user.click(within(sheet).getByRole('button', { name: 'Deactivate' }));
  const question = await screen.findByRole('dialog', { name: 'Deactivate Ravi?' });
  expect(requests('setUserStatus')).toHaveLength(0);
  await user.click(within(question).getByRole('button', { name: 'Deactivate' }));
  expect(await within(sheet).findByText(/last active center admin/)).toBeVisible();
});

it('changes the role in this center only', async () => {
  apiAnswers({ listUsers: { items: [ravi], nextCursor: null }, assignUser: ravi });
  const { user } = renderScreen(<UsersScreen />);
  await user.click(await screen.findByRole('button', { name: 'Ravi' }));
  const sheet = await screen.findByRole('dialog');
  await user.click(within(sheet).getByRole('radio', { name: 'Front desk' }));
  await user.click(within(sheet).getByRole('button', { name: 'Save role' }));
  await waitFor(() =>
    expect(requests('assignUser')[0]?.body).toEqual({ assignments: [{ centerId: riverside.id, role: 'COUNSELOR' }] }),
  );
});

it('is closed to trainers', async () => {
  renderScreen(<UsersScreen />, { as: 'TRAINER' });
  expect(await screen.findByText('Center admins manage the staff.')).toBeVisible();
});

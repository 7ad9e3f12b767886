import { defaultSettings } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { SettingsScreen } from './settings-screen.tsx';

jest.setTimeout(20_000);

const mira = { id: '0190a000-0000-7000-8000-0000000000a2', name: 'Mira' };
const answer = {
  settings: defaultSettings,
  version: 4,
  changes: [{ path: 'attendance.lateGraceMinutes', at: '2026-11-20T05:00:00Z', by: mira }],
};

it('saves only what was changed on the card, with the version that was seen', async () => {
  visit('/c/riverside/settings?section=attendance');
  apiAnswers({ changeSettings: answer });
  const { user } = renderScreen(<SettingsScreen plans={null} />);
  apiAnswers({ getSettings: answer });
  const card = await screen.findByRole('form', { name: 'When somebody may not attend' });
  const expired = within(card).getByRole('radiogroup', { name: 'The plan has expired' });
  expect(within(card).getByText(/sees a warning and can still mark/)).toBeVisible();
  expect(within(card).getByRole('button', { name: 'Save' })).toBeDisabled();

  await user.click(within(expired).getByRole('radio', { name: 'Block' }));
  expect(within(card).getByText(/cannot be marked present until/)).toBeVisible();
  await user.click(within(card).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(requests('changeSettings')).toHaveLength(1));
  expect(requests('changeSettings')[0]?.body).toEqual({ attendance: { onInactive: { expired: 'BLOCK' } } });
  expect(requests('changeSettings')[0]?.headers.get('If-Match')).toMatch(/"\d+"/);
});

it('keeps the choice and says so when somebody else was faster', async () => {
  visit('/c/riverside/settings?section=privacy');
  apiAnswers({ changeSettings: problem(412, 'stale_version') });
  const { user } = renderScreen(<SettingsScreen plans={null} />);
  await user.click(await screen.findByRole('switch', { name: 'Trainers see phone numbers' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Someone else changed this first/)).toBeVisible();
  expect(screen.getByRole('switch', { name: 'Trainers see phone numbers' })).toBeChecked();
});

it('finds a setting by words that do not stand in its title', async () => {
  visit('/c/riverside/settings?q=gstin+gst');
  renderScreen(<SettingsScreen plans={null} />);
  expect(await screen.findByText(/No setting has to do with/)).toBeVisible();
});

it('finds the tax of receipts by GST', async () => {
  visit('/c/riverside/settings?q=gst');
  renderScreen(<SettingsScreen plans={null} />);
  expect(await screen.findByRole('form', { name: 'Receipts and tax' })).toBeVisible();
  expect(screen.queryByRole('form', { name: 'Your words' })).toBeNull();
});

it('is closed to the front desk', async () => {
  renderScreen(<SettingsScreen plans={null} />, { as: 'COUNSELOR' });
  expect(await screen.findByText('Center admins see and change the settings.')).toBeVisible();
});

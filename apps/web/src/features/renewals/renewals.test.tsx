import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { exportShown } from '../../test/export-shown.ts';
import { someone } from '../../test/cast.ts';
import { visit, whereTo } from '../../test/navigation.ts';
import { renewal, renewalIds, renewalSummary } from '../../test/renewals.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { RenewalsScreen } from './renewals-screen.tsx';

const ben = renewal({
  enrollmentId: renewalIds.ben,
  studentName: 'Ben Thomas',
  visitsIncluded: 10,
  visitsLeft: 2,
  endDate: null,
  predicted: { endDate: '2026-12-04', unknown: null },
  priceChanged: false,
  lastContact: { at: '2026-11-18T05:00:00Z', channel: 'CALL', outcome: 'THINKING' },
  owner: { id: someone('COUNSELOR').id, name: 'Tess' },
});

beforeEach(() => {
  visit('/c/riverside/renewals');
  apiAnswers({
    getRenewalSummary: renewalSummary,
    listRenewals: { items: [renewal(), ben], nextCursor: null },
    getRenewal: ({ params }) => (params['enrollmentId'] === renewalIds.ben ? ben : renewal()),
    listColleagues: { items: [{ id: someone('COUNSELOR').id, name: 'Tess', role: 'COUNSELOR' }], nextCursor: null },
    listBatches: { items: [], nextCursor: null },
  });
});

it('shows who is to be renewed, with what the desk needs to know', async () => {
  renderScreen(<RenewalsScreen />, { as: 'COUNSELOR' });
  const table = within(await screen.findByRole('table'));
  const asha = within(table.getByRole('row', { name: /Asha Rao/ }));
  expect(asha.getByText(/Ends Mon,? 30 Nov/)).toBeVisible();
  expect(asha.getByText('6 of 8')).toBeVisible();
  expect(asha.getByText('was ₹4,500')).toBeVisible();
  const other = within(table.getByRole('row', { name: /Ben Thomas/ }));
  expect(other.getByText('2 visits left')).toBeVisible();
  expect(other.getByText(/about until Fri,? 4 Dec/)).toBeVisible();
  expect(other.getByText('Thinking')).toBeVisible();
  expect(other.getByText('Tess')).toBeVisible();
});

it('opens the list behind each figure, and says how it is counted', async () => {
  const { user } = renderScreen(<RenewalsScreen />);
  expect(await screen.findByRole('link', { name: /40/ })).toHaveAttribute(
    'href',
    '/c/riverside/renewals?tab=RENEWED&from=2026-10-22&to=2026-11-20',
  );
  expect(screen.getByRole('link', { name: /Value at risk/ })).toHaveAttribute(
    'href',
    '/c/riverside/renewals?tab=DAYS_30',
  );
  await user.click(screen.getByRole('button', { name: 'How these are counted' }));
  expect(await screen.findByText('The share that was renewed.')).toBeVisible();
});

it('exports the list that is open', async () => {
  visit('/c/riverside/renewals?tab=OVERDUE&q=asha');
  const { user } = renderScreen(<RenewalsScreen />, { as: 'CENTER_ADMIN' });
  expect(await exportShown(user)).toEqual({ file: 'renewals.csv', query: { tab: 'OVERDUE', q: 'asha' } });
});

it('keeps the list in the address, with how many each holds', async () => {
  const { user } = renderScreen(<RenewalsScreen />);
  await user.click(await screen.findByRole('tab', { name: 'Overdue 1' }));
  expect(window.location.search).toBe('?tab=OVERDUE');
  await waitFor(() => expect(requests('listRenewals').at(-1)?.query).toMatchObject({ tab: 'OVERDUE' }));
});

it('praises an empty list', async () => {
  apiAnswers({ listRenewals: { items: [], nextCursor: null } });
  renderScreen(<RenewalsScreen />);
  expect(await screen.findByText('No plan ends this week. All is taken care of!')).toBeVisible();
});

it('writes down how it went in two taps, with the next talk', async () => {
  apiAnswers({ logRenewalContact: renewal() });
  const { user } = renderScreen(<RenewalsScreen />, { as: 'COUNSELOR' });
  await user.click(await screen.findByRole('button', { name: 'Asha Rao' }));
  await user.click(await screen.findByRole('radio', { name: 'Thinking' }));
  await user.click(screen.getByRole('radio', { name: /3 days/ }));
  expect(await screen.findByText('Written down')).toBeVisible();
  expect(requests('logRenewalContact')[0]?.body).toEqual({
    channel: 'CALL',
    outcome: 'THINKING',
    nextDueAt: expect.stringMatching(/T/),
  });
});

it('says why the talk could not be written down', async () => {
  apiAnswers({ logRenewalContact: problem(409, 'invalid_transition', { detail: 'It has been renewed already' }) });
  const { user } = renderScreen(<RenewalsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Asha Rao' }));
  await user.click(await screen.findByRole('radio', { name: 'Will renew' }));
  await user.click(screen.getByRole('radio', { name: 'None' }));
  expect(await screen.findByText('It has been renewed already')).toBeVisible();
});

it('closes as lost only with a reason', async () => {
  apiAnswers({ loseRenewal: renewal({ lost: { reason: 'COST', note: null, at: '2026-11-21T05:00:00Z', by: null } }) });
  const { user } = renderScreen(<RenewalsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Asha Rao' }));
  await user.click(await screen.findByRole('button', { name: 'Not renewing…' }));
  await user.click(await screen.findByRole('button', { name: 'Close as lost' }));
  expect(screen.getByText('Choose a reason')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Too expensive' }));
  await user.click(screen.getByRole('button', { name: 'Close as lost' }));
  await waitFor(() => expect(requests('loseRenewal')[0]?.body).toEqual({ reason: 'COST' }));
});

it('takes up again what was lost', async () => {
  const lost = { reason: 'COST' as const, note: 'After summer', at: '2026-11-20T05:00:00Z', by: null };
  apiAnswers({ getRenewal: renewal({ lost }), reopenRenewal: renewal() });
  const { user } = renderScreen(<RenewalsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Asha Rao' }));
  await user.click(await screen.findByRole('button', { name: 'Take it up again' }));
  expect(await screen.findByText('Asha Rao is to be renewed again')).toBeVisible();
});

it('writes and renews by key: J to a row, W, R', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  const { user } = renderScreen(<RenewalsScreen />);
  await screen.findByRole('button', { name: 'Asha Rao' });
  await user.keyboard('jw');
  expect(open.mock.calls[0]?.[0]).toMatch(/^https:\/\/wa\.me\/919845012345\?text=Hello%20Meera/);
  expect(window.location.search).toBe(`?peek=${renewalIds.asha}`);
  open.mockRestore();
});

it('goes to renewing by key', async () => {
  const { user } = renderScreen(<RenewalsScreen />);
  await screen.findByRole('button', { name: 'Asha Rao' });
  await user.keyboard('jjr');
  expect(whereTo()[0]).toBe(`/c/riverside/renewals/${renewalIds.ben}/renew`);
});

it('gives many to one colleague', async () => {
  apiAnswers({ assignRenewals: { assigned: 2 } });
  const { user } = renderScreen(<RenewalsScreen />);
  await user.click(await screen.findByRole('checkbox', { name: 'Pick all shown' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Give to…' }), 'Tess');
  expect(await screen.findByText('2 renewals given to Tess')).toBeVisible();
  expect(requests('assignRenewals')[0]?.body).toEqual({
    enrollmentIds: [renewalIds.asha, renewalIds.ben],
    assignedToUserId: someone('COUNSELOR').id,
  });
});

it('is not for trainers', async () => {
  renderScreen(<RenewalsScreen />, { as: 'TRAINER' });
  expect(await screen.findByText('Front desk and center admins see renewals.')).toBeVisible();
  expect(requests('listRenewals')).toEqual([]);
});

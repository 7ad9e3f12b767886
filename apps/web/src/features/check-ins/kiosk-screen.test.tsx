import { act, screen, waitFor, within } from '@testing-library/react';
import { jest } from '@jest/globals';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { KioskScreen } from './kiosk-screen.tsx';
import type { CheckInResult } from './queries.ts';

const code = `CW${'0A1B2C3D'.repeat(8)}`;
const tigers = {
  id: '0190a000-0000-7000-8000-000000000b01',
  name: 'Tigers',
  date: '2026-11-21',
  startTime: '16:00',
  endTime: '17:00',
};
const asha = { id: '0190a000-0000-7000-8000-000000000c01', name: 'Asha Rao' };
const present: CheckInResult = {
  id: '0190a000-0000-7000-8000-000000000d01',
  eventType: 'SESSION_CHECK_IN',
  outcome: 'ACCEPTED',
  reason: null,
  sentence: null,
  student: asha,
  session: tigers,
  mark: 'PRESENT',
  method: 'QR',
  device: 'Kiosk',
  occurredAt: '2026-11-21T10:34:00.000Z',
  receivedAt: '2026-11-21T10:34:00.000Z',
  by: null,
  already: false,
  warnings: [],
  notices: [],
};

/** As a scanner types: within milliseconds, whatever has the focus. */
function wedge(text: string): void {
  act(() => {
    for (const key of [...text.split(''), 'Enter'])
      window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  });
}

async function openKiosk() {
  visit('/c/riverside/kiosk');
  const view = renderScreen(
    <KioskScreen
      search={(onChoose) => <button onClick={() => onChoose(asha)}>Asha Rao</button>}
      unlock={({ onClose }) => <button onClick={onClose}>locked</button>}
    />,
    { as: 'COUNSELOR' },
  );
  await screen.findByText('Show your pass to come in');
  return view;
}

const answer = () => screen.findByTestId('kiosk-answer');
const toneOf = async () => (await answer()).dataset['tone'];

it('hears a scanner, and shows the name and what was done', async () => {
  apiAnswers({ recordCheckIn: present });
  await openKiosk();
  wedge(code);
  expect(await screen.findByRole('heading', { name: 'Asha Rao' })).toBeVisible();
  expect(screen.getByText(/Checked in to Tigers, 4:00/)).toBeVisible();
  expect(await toneOf()).toBe('good');
  const [sent] = requests('recordCheckIn');
  expect(sent!.body).toMatchObject({
    code,
    device: expect.stringMatching(/^Kiosk/),
    clientEventId: expect.any(String),
  });
});

it('takes no notice of a person who types', async () => {
  apiAnswers({ recordCheckIn: present });
  await openKiosk();
  for (const [at, key] of [...'a slow typist'.split(''), 'Enter'].entries()) {
    const event = new KeyboardEvent('keydown', { key });
    Object.defineProperty(event, 'timeStamp', { value: 1000 + at * 150 });
    act(() => void window.dispatchEvent(event));
  }
  expect(requests('recordCheckIn')).toEqual([]);
});

it('says in amber what is to be looked at, and nothing private', async () => {
  apiAnswers({
    recordCheckIn: {
      ...present,
      mark: 'LATE',
      warnings: [
        { code: 'EXPIRED', date: '2026-10-12' },
        { code: 'MEDICAL', text: 'Nut allergy' },
        { code: 'UNPAID', amount: { amountMinor: 450000, currency: 'INR' } },
      ],
      notices: [{ code: 'NOT_BOOKED', session: tigers }],
    } satisfies CheckInResult,
  });
  await openKiosk();
  wedge(code);
  const card = within(await answer());
  expect(await card.findByText(/Late for Tigers/)).toBeVisible();
  expect(card.getByText('Has no place in Tigers; took a free one')).toBeVisible();
  expect(card.getByText(/The plan ended on/)).toBeVisible();
  expect(card.getByText('A payment is due')).toBeVisible();
  expect(await toneOf()).toBe('warn');
  expect((await answer()).textContent).not.toMatch(/Nut|4,500/);
});

it('says when somebody was here before', async () => {
  apiAnswers({ recordCheckIn: { ...present, already: true } });
  await openKiosk();
  wedge(code);
  expect(await screen.findByText(/Already checked in at 4:04/)).toBeVisible();
  expect(await toneOf()).toBe('info');
});

it('refuses in red, with the name and the reason', async () => {
  apiAnswers({
    recordCheckIn: problem(409, 'session_closed', { detail: 'Tigers ended at 17:00', subject: 'Asha Rao' }),
  });
  await openKiosk();
  wedge(code);
  expect(await screen.findByRole('heading', { name: 'Asha Rao' })).toBeVisible();
  expect(screen.getByText('The class is over')).toBeVisible();
  expect(screen.getByText('Tigers ended at 17:00')).toBeVisible();
  expect(await toneOf()).toBe('bad');
});

it('clears itself, so that the next one can come', async () => {
  apiAnswers({ recordCheckIn: present });
  const { user } = await openKiosk();
  wedge(code);
  await user.click(await screen.findByRole('button', { name: 'Next' }));
  expect(screen.getByText('Show your pass to come in')).toBeVisible();
  jest.useFakeTimers();
  wedge(code);
  await act(() => jest.advanceTimersByTimeAsync(20));
  await act(() => jest.advanceTimersByTimeAsync(3900));
  expect(screen.getByRole('heading', { name: 'Asha Rao' })).toBeVisible();
  await act(() => jest.advanceTimersByTimeAsync(200));
  expect(screen.getByText('Show your pass to come in')).toBeVisible();
});

it('lets out when it is turned to leaving', async () => {
  apiAnswers({ recordCheckIn: { ...present, eventType: 'CENTER_CHECK_OUT', session: null, mark: null } });
  const { user } = await openKiosk();
  await user.click(screen.getByRole('radio', { name: 'Leaving' }));
  wedge(code);
  expect(await screen.findByText(/Goodbye! Checked out at 4:04/)).toBeVisible();
  expect(requests('recordCheckIn')[0]!.body).toMatchObject({ eventType: 'CENTER_CHECK_OUT' });
});

it('finds somebody by name who forgot the pass', async () => {
  apiAnswers({ recordCheckIn: present });
  const { user } = await openKiosk();
  await user.click(screen.getByRole('button', { name: 'Find by name' }));
  await user.click(await screen.findByRole('button', { name: 'Asha Rao' }));
  await answer();
  expect(requests('recordCheckIn')[0]!.body).toMatchObject({ studentId: asha.id });
});

it('keeps what it cannot tell, counts it, and tells it when the connection is back', async () => {
  let isThere = false;
  apiAnswers({
    recordCheckIn: () => (isThere ? present : problem(503, 'unavailable')),
  });
  const { user } = await openKiosk();
  wedge(code);
  expect(await screen.findByText(/No connection: kept on this device/)).toBeVisible();
  expect(screen.getByText('Offline: one scan kept')).toBeVisible();
  isThere = true;
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(screen.queryByText('Offline: one scan kept')).toBeNull());
  const [first, again] = requests('recordCheckIn').map(({ body }) => body as Record<string, string>);
  expect(again).toMatchObject({ code, clientEventId: first!['clientEventId'], occurredAt: expect.any(String) });
  expect(user).toBeDefined();
});

it('shows what was refused when it was told later, until somebody has looked', async () => {
  let answers = problem(503, 'unavailable');
  apiAnswers({ recordCheckIn: () => answers });
  const { user } = await openKiosk();
  wedge(code);
  await screen.findByText('Offline: one scan kept');
  answers = problem(410, 'pass_replaced', { detail: 'This pass was replaced' });
  act(() => void window.dispatchEvent(new Event('online')));
  await user.click(await screen.findByText('One needs a look'));
  expect(await screen.findByText('This pass was replaced')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByText('One needs a look')).toBeNull());
});

it('does not open for a trainer who typed its address', async () => {
  visit('/c/riverside/kiosk');
  renderScreen(<KioskScreen search={() => null} unlock={() => null} />, { as: 'TRAINER' });
  expect(await screen.findByText('Front desk and center admins run the kiosk.')).toBeVisible();
  expect(screen.queryByText('Show your pass to come in')).toBeNull();
});

it('is not left without the password', async () => {
  const { user } = await openKiosk();
  await user.click(screen.getByRole('button', { name: 'Leave the kiosk' }));
  expect(await screen.findByRole('button', { name: 'locked' })).toBeVisible();
});

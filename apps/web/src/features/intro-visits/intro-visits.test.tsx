import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { classSession, ids, lead, visit } from '../../test/enquiries.ts';
import { visit as goTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { IntroSheet } from './intro-sheet.tsx';
import { IntroVisitsScreen } from './intro-visits-screen.tsx';

const other = '0190b000-0000-7000-8000-0000000000b1';
const monday = classSession();
const saturday = classSession({
  id: other,
  name: 'Weekend Gym',
  date: '2099-11-28',
  startsAt: '2099-11-28T05:30:00Z',
  seatsLeft: 1,
});
const teens = classSession({ id: ids.zoya, name: 'Teens', ageMin: 12, ageMax: 16 });

beforeEach(() => {
  goTo(`/c/riverside/leads?intro=${ids.kabir}`);
  apiAnswers({
    getLead: lead({ preferredDays: ['SAT'] }),
    listClassSessions: { items: [monday, teens, saturday], nextCursor: null },
    listIntroVisits: { items: [visit()], nextCursor: null },
    scheduleIntroVisit: visit(),
  });
});

it('offers classes that fit the age, the days asked for first, and books with one tap', async () => {
  const { user } = renderScreen(<IntroSheet />, { as: 'COUNSELOR' });
  const sheet = within(await screen.findByRole('dialog', { name: 'Intro for Kabir D’Souza' }));
  const days = await sheet.findAllByRole('region');
  expect(days.map((day) => day.getAttribute('aria-label'))).toEqual([
    expect.stringContaining('28 Nov'),
    expect.stringContaining('23 Nov'),
  ]);
  expect(sheet.queryByText(/Teens/)).toBeNull();
  await user.click(sheet.getByRole('switch', { name: /Other ages too/ }));
  expect(sheet.getByText(/Teens/)).toBeVisible();
  await user.click(sheet.getByRole('button', { name: /Weekend Gym/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(requests('scheduleIntroVisit')[0]?.body).toEqual({ leadId: ids.kabir, classSessionId: other });
  expect(window.location.search).toBe('');
});

it('shows the free seats anew when the last one was just taken', async () => {
  apiAnswers({ scheduleIntroVisit: problem(409, 'capacity_full') });
  const { user } = renderScreen(<IntroSheet />);
  const sheet = within(await screen.findByRole('dialog'));
  const seat = await sheet.findByRole('button', { name: /Weekend Gym/ });
  apiAnswers({ listClassSessions: { items: [{ ...saturday, seatsLeft: 0 }], nextCursor: null } });
  await user.click(seat);
  expect(await sheet.findByText(/The last seat was just taken/)).toBeVisible();
  await waitFor(() => expect(sheet.getByRole('button', { name: /Weekend Gym/ })).toBeDisabled());
});

it('moves a visit to another class instead of booking a second one', async () => {
  goTo(`/c/riverside/intro-visits?intro=${ids.kabir}&visit=${ids.visit}&day=2026-11-20`);
  apiAnswers({ changeIntroVisit: visit() });
  const { user } = renderScreen(<IntroSheet />);
  const sheet = within(await screen.findByRole('dialog'));
  await user.click(await sheet.findByRole('button', { name: /Weekend Gym/ }));
  await waitFor(() => expect(requests('changeIntroVisit')[0]?.body).toEqual({ classSessionId: other }));
  expect(requests('scheduleIntroVisit')).toEqual([]);
});

it('marks who came at once, and takes it back when it is refused', async () => {
  goTo('/c/riverside/intro-visits?date=2026-11-20');
  apiAnswers({ markIntroAttended: problem(409, 'invalid_transition', { detail: 'The class has not begun.' }) });
  const { user } = renderScreen(<IntroVisitsScreen />, { as: 'TRAINER' });
  await user.click(await screen.findByRole('button', { name: 'Kabir D’Souza attended' }));
  expect(await screen.findByText('Kabir D’Souza was not marked. The class has not begun.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Kabir D’Souza attended' })).toHaveAttribute('aria-pressed', 'false');
  expect(requests('markIntroAttended')[0]?.params).toEqual({ id: ids.visit });
});

it('lets trainers mark but not reschedule', async () => {
  goTo('/c/riverside/intro-visits?date=2026-11-20');
  renderScreen(<IntroVisitsScreen />, { as: 'TRAINER' });
  await screen.findByRole('button', { name: 'Kabir D’Souza did not come' });
  expect(screen.queryByRole('button', { name: 'Reschedule Kabir D’Souza' })).toBeNull();
});

it('steps from day to day, and shows a week, in the address', async () => {
  goTo('/c/riverside/intro-visits?date=2026-10-19');
  const { user } = renderScreen(<IntroVisitsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Later' }));
  expect(window.location.search).toBe('?date=2026-10-20');
  await user.click(screen.getByRole('radio', { name: 'Week' }));
  await waitFor(() =>
    expect(requests('listIntroVisits').at(-1)?.query).toMatchObject({ from: '2026-10-19', to: '2026-10-25' }),
  );
});

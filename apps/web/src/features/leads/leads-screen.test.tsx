import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { someone } from '../../test/cast.ts';
import { card, ids, lead } from '../../test/enquiries.ts';
import { visit, whereTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { LeadsScreen } from './leads-screen.tsx';

const column = (status: string, cards: object[] = []) => ({ status, count: cards.length, medianDays: 3, cards });
const kabir = card();

function board(cards = [kabir]) {
  const of = (status: string) =>
    column(
      status,
      cards.filter((one) => one.status === status),
    );
  return { columns: ['DISCOVERY', 'INTRO_SCHEDULED', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'].map(of) };
}

beforeEach(() => {
  visit('/c/riverside/leads');
  apiAnswers({ getLeadBoard: board(), listColleagues: { items: [], nextCursor: null } });
});

it('shows each stage with its count, its median and its cards', async () => {
  renderScreen(<LeadsScreen />);
  const discovery = within(await screen.findByRole('region', { name: 'Discovery' }));
  expect(discovery.getByRole('link', { name: 'Kabir D’Souza, 5' })).toHaveAttribute(
    'href',
    `/c/riverside/leads/${ids.kabir}`,
  );
  expect(discovery.getByText('Median 3 days')).toBeVisible();
  expect(discovery.getByText('No next step')).toBeVisible();
  expect(discovery.getByRole('link', { name: '1 lead, open as a list' })).toHaveAttribute(
    'href',
    '/c/riverside/leads?view=list&status=DISCOVERY',
  );
});

it('moves a lead by key and menu, at once, and says so', async () => {
  const followUp = { ...kabir, status: 'FOLLOW_UP' as const };
  apiAnswers({
    changeLead: () => {
      apiAnswers({ getLeadBoard: board([followUp]) });
      return lead({ status: 'FOLLOW_UP' });
    },
  });
  const { user } = renderScreen(<LeadsScreen />);
  await screen.findByRole('link', { name: 'Kabir D’Souza, 5' });
  await user.keyboard('js');
  await user.click(await screen.findByRole('button', { name: 'Follow-up' }));
  expect(await screen.findByText('Kabir D’Souza is now in Follow-up')).toBeVisible();
  expect(requests('changeLead')[0]?.body).toEqual({ status: 'FOLLOW_UP' });
  expect(within(screen.getByRole('region', { name: 'Follow-up' })).getByText('Kabir D’Souza, 5')).toBeVisible();
});

it('puts the card back when the move is refused, and says why', async () => {
  apiAnswers({ changeLead: problem(409, 'invalid_transition', { detail: 'Not from there.' }) });
  const { user } = renderScreen(<LeadsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Move Kabir D’Souza to…' }));
  await user.click(await screen.findByRole('button', { name: 'Follow-up' }));
  expect(await screen.findByText('Kabir D’Souza stays in Discovery. Not from there.')).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Discovery' })).getByText('Kabir D’Souza, 5')).toBeVisible();
});

it('closes nothing as lost without a reason', async () => {
  apiAnswers({ markLeadDead: lead({ status: 'DEAD_LEAD' }) });
  const { user } = renderScreen(<LeadsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Move Kabir D’Souza to…' }));
  await user.click(await screen.findByRole('button', { name: 'Lost: say why' }));
  await user.click(await screen.findByRole('button', { name: 'Close as lost' }));
  expect(screen.getByText('Choose a reason')).toBeVisible();
  expect(requests('markLeadDead')).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'Too expensive' }));
  await user.click(screen.getByRole('button', { name: 'Close as lost' }));
  await waitFor(() => expect(requests('markLeadDead')[0]?.body).toEqual({ reason: 'COST' }));
});

it('opens the page for enrolling instead of moving to Enrolled', async () => {
  const { user } = renderScreen(<LeadsScreen />);
  await screen.findByRole('link', { name: 'Kabir D’Souza, 5' });
  await user.keyboard('jc');
  expect(whereTo()[0]).toBe(`/c/riverside/leads/${ids.kabir}/convert`);
  expect(requests('changeLead')).toEqual([]);
});

it('marks the intro visit when its card moves to attended', async () => {
  const booked = card({
    status: 'INTRO_SCHEDULED',
    nextIntro: { id: ids.visit, at: '2026-11-20T10:30:00Z', name: 'Pre-K Gym' },
  });
  apiAnswers({ getLeadBoard: board([booked]), markIntroAttended: {} });
  const { user } = renderScreen(<LeadsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Move Kabir D’Souza to…' }));
  await user.click(await screen.findByRole('button', { name: 'Intro attended' }));
  await waitFor(() => expect(requests('markIntroAttended')[0]?.params).toEqual({ id: ids.visit }));
});

it('keeps filters in the address and asks the API with them', async () => {
  const { user } = renderScreen(<LeadsScreen />, { as: 'COUNSELOR' });
  await user.click(await screen.findByRole('button', { name: 'My overdue' }));
  const me = someone('COUNSELOR').id;
  expect(window.location.search).toBe(`?owner=${me}&next=OVERDUE`);
  await waitFor(() =>
    expect(requests('getLeadBoard').at(-1)?.query).toEqual({
      assignedToUserId: me,
      nextStep: 'OVERDUE',
      perColumn: '200',
    }),
  );
});

it('offers to clear filters that nothing matches', async () => {
  visit('/c/riverside/leads?next=NONE');
  apiAnswers({ getLeadBoard: board([]) });
  const { user } = renderScreen(<LeadsScreen />);
  expect(await screen.findByText('No leads match')).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!);
  expect(window.location.search).toBe('');
});

it('shows the list by address', async () => {
  visit('/c/riverside/leads?view=list&status=DISCOVERY');
  apiAnswers({ listLeads: { items: [kabir], nextCursor: null } });
  renderScreen(<LeadsScreen />);
  expect(await screen.findByRole('button', { name: 'Kabir D’Souza' })).toBeVisible();
  expect(requests('listLeads')[0]?.query).toEqual({ status: 'DISCOVERY' });
});

it('keeps leads from trainers', async () => {
  renderScreen(<LeadsScreen />, { as: 'TRAINER' });
  expect(await screen.findByText('Front desk and center admins work with leads.')).toBeVisible();
});

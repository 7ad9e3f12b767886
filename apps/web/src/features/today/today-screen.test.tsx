import type { Dashboard } from '@cartwheel/contracts';
import { screen, within } from '@testing-library/react';
import { apiAnswers } from '../../test/api-answers.ts';
import { aRoster, aRow, aSession } from '../../test/class-cast.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { TodayScreen } from './today-screen.tsx';

const counted = { count: 0, items: [] };
const soon = new Date(Date.now() + 30 * 60_000).toISOString();
const later = new Date(Date.now() + 90 * 60_000).toISOString();
const session = aSession({ startsAt: soon, endsAt: later });
const day: Dashboard = { date: '2026-11-21', sessions: [session], nextSession: session, trialsToday: counted };

function open(dashboard: Dashboard, as: 'TRAINER' | 'COUNSELOR') {
  const medical = aRow('Aarav', { warnings: [{ code: 'MEDICAL', text: 'Peanut allergy' }] });
  apiAnswers({ getDashboard: dashboard, getRoster: aRoster([medical, aRow('Zoya', { kind: 'TRIAL' })]) });
  return renderScreen(<TodayScreen rosterOf={(id) => <p>Roster of {id}</p>} />, { as });
}

it('shows a trainer the own classes and what to look out for', async () => {
  open(day, 'TRAINER');
  expect(await screen.findByText('Pre-K Gym')).toBeVisible();
  expect(screen.getByText('in 30 min')).toBeVisible();
  expect(await screen.findByText('1 medical')).toBeVisible();
  expect(screen.getByText('1 trial')).toBeVisible();
  expect(screen.queryByText('Follow-ups due')).not.toBeInTheDocument();
});

it('tells a trainer without classes when the next one is', async () => {
  open({ ...day, sessions: [] }, 'TRAINER');
  expect(await screen.findByText('No classes today')).toBeVisible();
  expect(screen.getByText(/^Next: .*Pre-K Gym$/)).toBeVisible();
});

it('shows the front desk what is due, with the way to each list and person', async () => {
  const followUp = {
    id: 'follow-up-1',
    leadId: 'lead-1',
    enrollmentId: null,
    studentId: 'student-1',
    studentName: 'Myra Patel',
    guardianName: 'Mrs Patel',
    phone: '+919845012345',
    channel: 'CALL' as const,
    dueAt: '2026-11-20T04:30:00.000Z',
    note: null,
    assignedTo: null,
    completedAt: null,
    outcome: null,
    overdue: true,
  };
  open({ ...day, followUpsDue: { count: 14, items: [followUp] } }, 'COUNSELOR');
  const part = within(await screen.findByRole('region', { name: 'Follow-ups due' }));
  expect(part.getByRole('link', { name: 'See all 14: Follow-ups due' })).toHaveAttribute(
    'href',
    '/c/riverside/leads?view=list&next=TODAY',
  );
  expect(part.getByRole('link', { name: 'Myra Patel' })).toHaveAttribute('href', '/c/riverside/leads/lead-1');
  expect(part.getByRole('link', { name: 'Call Mrs Patel' })).toHaveAttribute('href', 'tel:+919845012345');
  const arriving = within(screen.getByRole('region', { name: 'Arriving now' }));
  expect(arriving.getByRole('link', { name: /Pre-K Gym/ })).toHaveAttribute(
    'href',
    `/c/riverside/sessions/${session.id}`,
  );
});

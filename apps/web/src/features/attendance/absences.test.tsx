import type { Role, RosterRow } from '@cartwheel/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { aRoster, aRow } from '../../test/class-cast.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { RosterScreen } from './roster-screen.tsx';

const told = { id: 'absence', announcedAt: '2026-11-20T05:00:00.000Z', announcedBy: null, note: null, earned: true };
const away = aRow('Kiara', { kind: null, bookingId: null, mark: 'EXCUSED', absence: told });
const guest = aRow('Diya', { kind: 'MAKEUP', makesUpFor: { sessionName: 'Tigers', date: '2026-11-18' } });

function open(rows: RosterRow[], answers: Parameters<typeof apiAnswers>[0] = {}, as: Role = 'COUNSELOR') {
  const roster = aRoster(rows);
  apiAnswers({ getRoster: roster, getDashboard: problem(503, 'unavailable'), ...answers });
  return renderScreen(<RosterScreen sessionId={roster.session.id} />, { as });
}

it('lists who announced an absence apart, and where a make-up comes from', async () => {
  open([aRow('Aarav'), guest, away], {}, 'CENTER_ADMIN');
  const list = within(await screen.findByRole('list', { name: 'Announced absent' }));
  expect(list.getByText('Kiara')).toBeVisible();
  expect(list.getByText(/earned a make-up/)).toBeVisible();
  expect(screen.getByText('makes up for Tigers, 18 Nov')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Mark remaining 2 present' })).toBeVisible();
});

it('announces an absence behind the dots, with a note', async () => {
  const { user } = open([aRow('Aarav')], { announceAbsence: { credit: null, noCreditReason: 'TOO_LATE' } });
  await user.click(await screen.findByRole('button', { name: 'More for Aarav' }));
  await user.click(await screen.findByRole('button', { name: 'Announce absence' }));
  await user.type(screen.getByLabelText('What the family said (optional)'), 'Fever');
  await user.click(screen.getByRole('button', { name: 'Announce absence' }));
  await waitFor(() =>
    expect(requests('announceAbsence')[0]?.body).toEqual({ studentId: 'student-Aarav', note: 'Fever' }),
  );
});

it('takes it back, or says that the seat is gone', async () => {
  const { user } = open([away], { withdrawAbsence: problem(409, 'capacity_full') });
  await user.click(await screen.findByRole('button', { name: 'More for Kiara' }));
  await user.click(await screen.findByRole('button', { name: 'Comes after all' }));
  expect(await screen.findByText('The seat was given to somebody else, and the class is full.')).toBeVisible();
});

it('is not for trainers', async () => {
  const { user } = open([aRow('Aarav')], {}, 'TRAINER');
  await user.click(await screen.findByRole('button', { name: 'More for Aarav' }));
  expect(await screen.findByRole('button', { name: 'Late' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Announce absence' })).toBeNull();
});

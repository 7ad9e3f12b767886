import type { Role, StudentMakeUps as MakeUps } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { StudentMakeUps } from './student-make-ups.tsx';

// The sheet's code arrives when it is first opened; on a busy machine that takes longer than the usual five seconds.
jest.setTimeout(30_000);

const diya = { id: 'student-diya', name: 'Diya Rao' };
const times = { startTime: '17:00', endTime: '18:00' };
const tigers = { classSessionId: 'session-tigers', sessionName: 'Tigers', date: '2026-11-25', ...times };
const missed = { sessionName: 'Tigers', date: '2026-11-18' };
const credit = { id: 'lot', missed, earnedAt: '2026-11-17T08:00:00.000Z', expiresOn: '2026-12-18' };
const policy = { enabled: true, noticeHours: 4, expiryDays: 30, mostPerPeriod: 2, period: 'MONTH' } as const;
const booking = {
  ...tigers,
  id: 'booking',
  studentId: diya.id,
  sessionName: 'Lions',
  date: '2099-11-26',
  missed,
  status: 'CONFIRMED',
  bookedAt: '2026-11-20T08:00:00.000Z',
  creditReturnsUntil: '2099-11-26T07:00:00.000Z',
} as const;
const absence = {
  ...tigers,
  id: 'absence',
  studentId: diya.id,
  announcedAt: '2026-11-21T05:00:00.000Z',
  announcedBy: null,
  note: 'School trip',
  credit: { id: 'lot', expiresOn: '2026-12-25' },
  noCreditReason: null,
  withdrawnAt: null,
  explanation: 'Earned a make-up, for a class until 2026-12-25',
};
const one: MakeUps = {
  studentId: diya.id,
  policy,
  balance: 1,
  absences: [],
  bookings: [],
  credits: [{ ...credit, state: 'AVAILABLE' }],
  nextClasses: [
    { ...tigers, bookingId: 'seat', kind: 'ENROLLED', absence: { earns: true, noCreditReason: null } },
    { ...tigers, classSessionId: 'trial', sessionName: 'Bears', bookingId: 'trial', kind: 'TRIAL', absence: null },
  ],
};
const option = {
  ...tigers,
  classSessionId: 'session-lions',
  sessionName: 'Lions',
  startsAt: '2026-11-26T11:30:00.000Z',
  date: '2026-11-26',
  seatsLeft: 2,
  trainer: null,
  ageMin: null,
  ageMax: null,
  misfit: null,
};

function open(makeUps: MakeUps, answers: Parameters<typeof apiAnswers>[0] = {}, as: Role = 'COUNSELOR') {
  apiAnswers({ getStudentMakeUps: makeUps, listMakeUpOptions: { items: [option] }, ...answers });
  return renderScreen(<StudentMakeUps student={diya} />, { as });
}

it('books one of the classes that fit', async () => {
  const { user } = open(one, { bookMakeUp: { ...booking, date: '2026-11-26' } });
  expect(await screen.findByText('Use by Fri, 18 Dec')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Book a make-up' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Make-up for Diya Rao' }));
  expect(await sheet.findByText('5:00 pm – 6:00 pm · 2 seats left')).toBeVisible();
  expect(sheet.queryByRole('switch')).toBeNull();
  await user.click(sheet.getByRole('button', { name: 'Book Lions, Thu, 26 Nov, 5:00 pm' }));
  await waitFor(() =>
    expect(requests('bookMakeUp')[0]?.body).toEqual({ studentId: diya.id, classSessionId: 'session-lions' }),
  );
});

it('says when the last seat has just gone, and leaves the sheet open', async () => {
  const { user } = open(one, { bookMakeUp: problem(409, 'capacity_full') });
  await user.click(await screen.findByRole('button', { name: 'Book a make-up' }));
  await user.click(await screen.findByRole('button', { name: /^Book Lions/ }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByRole('dialog')).toBeVisible();
});

it('lets an admin book another age with a reason, and not without', async () => {
  const { user } = open(
    one,
    { listMakeUpOptions: { items: [{ ...option, misfit: 'AGE' }] }, bookMakeUp: booking },
    'CENTER_ADMIN',
  );
  await user.click(await screen.findByRole('button', { name: 'Book a make-up' }));
  await user.click(await screen.findByRole('switch', { name: 'Show other ages and levels too' }));
  expect(await screen.findByRole('button', { name: /^Book Lions/ })).toBeDisabled();
  await user.type(screen.getByLabelText('Reason'), 'With her sister');
  await user.click(screen.getByRole('button', { name: /^Book Lions/ }));
  await waitFor(() => expect(requests('bookMakeUp')[0]?.body).toMatchObject({ overrideReason: 'With her sister' }));
});

it('announces an absence from the next classes', async () => {
  const { user } = open(one, { announceAbsence: absence });
  expect(await screen.findByText('Announced now, it earns a make-up')).toBeVisible();
  expect(screen.queryByText(/Bears/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Announce absence: Tigers, Wed, 25 Nov' }));
  await waitFor(() => expect(requests('announceAbsence')[0]?.body).toEqual({ studentId: diya.id }));
});

it('cancels a make-up after saying whether it comes back', async () => {
  const { user } = open({ ...one, bookings: [booking] }, { cancelMakeUp: { booking, creditReturned: true } });
  await user.click(await screen.findByRole('button', { name: /^Cancel the make-up: Lions/ }));
  expect(await screen.findByText('The seat is free again, and the make-up comes back.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel the make-up' }));
  await waitFor(() => expect(requests('cancelMakeUp')).toHaveLength(1));
});

it('says why an absence cannot be taken back', async () => {
  const { user } = open(
    { ...one, absences: [{ ...absence, date: '2099-11-25' }] },
    { withdrawAbsence: problem(409, 'in_use') },
  );
  await user.click(await screen.findByRole('button', { name: /^Comes after all/ }));
  expect(await screen.findByText('The make-up it earned is booked. Cancel that first.')).toBeVisible();
});

it('shows a trainer all of it and lets them change nothing', async () => {
  open({ ...one, bookings: [booking], absences: [absence] }, {}, 'TRAINER');
  expect(await screen.findByText('Booked make-ups')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('says how one is earned where there is none', async () => {
  open({ ...one, balance: 0, credits: [], nextClasses: [] });
  expect(await screen.findByText('Announce an absence 4 hours before to earn one.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Book a make-up' })).toBeDisabled();
});

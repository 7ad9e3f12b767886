import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { EnrollmentScreen } from './enrollment-screen.tsx';

const id = '0190a000-0000-7000-8000-00000000d001';
const freezeId = '0190a000-0000-7000-8000-00000000d101';
const invoiceId = '0190a000-0000-7000-8000-00000000e001';
const session = (date: string) => ({ sessionId: id, name: 'Pre-K Gym', date, startTime: '16:00' });
const money = (amountMinor: number) => ({ amountMinor, currency: 'INR' });
const enrollment = (changes: object = {}) => ({
  id,
  studentId: '0190a000-0000-7000-8000-00000000c001',
  studentName: 'Aarav Sharma',
  planId: null,
  planName: 'Quarterly',
  planType: 'QUARTERLY',
  status: 'ACTIVE',
  startDate: '2026-11-01',
  endDate: '2027-01-31',
  visitsIncluded: null,
  visitsUsed: null,
  visitsLeft: null,
  daysSelected: ['MON', 'WED'],
  batches: [{ id: '0190a000-0000-7000-8000-00000000b001', name: 'Pre-K Gym' }],
  upcomingSessions: 12,
  freezeDaysAllowed: 14,
  freezeDaysUsed: 0,
  freezes: [],
  pausedUntil: null,
  price: money(1_850_000),
  invoiceId,
  due: money(0),
  paid: true,
  renewedFromId: null,
  cancelledAt: null,
  cancelReason: null,
  notes: null,
  createdAt: '2026-11-01T06:00:00Z',
  version: 1,
  ...changes,
});
const running = {
  id: freezeId,
  from: '2026-11-18',
  to: '2026-12-03',
  days: 16,
  status: 'RUNNING',
  reason: 'Broken arm',
  createdAt: '2026-11-17T06:00:00Z',
  createdBy: { id, name: 'Mira' },
};
const outcome = (changes: object = {}) => ({
  preview: true,
  days: 7,
  daysLeft: 7,
  endDateBefore: '2027-01-31',
  released: [session('2026-11-23'), session('2026-11-25')],
  seated: [],
  full: [session('2027-02-01')],
  enrollment: enrollment({ endDate: '2027-02-07' }),
  ...changes,
});
const screenOf = (as: 'CENTER_ADMIN' | 'COUNSELOR' | 'TRAINER' = 'CENTER_ADMIN') =>
  renderScreen(<EnrollmentScreen id={id} moneyOf={(invoice) => <p>{`Money of ${invoice}`}</p>} />, { as });

beforeEach(() => {
  visit(`/c/riverside/enrollments/${id}`);
  apiAnswers({ getEnrollment: enrollment(), freezeEnrollment: outcome(), endFreeze: outcome({ days: 13, full: [] }) });
});

it('says what a freeze would do before it is done, and then does it', async () => {
  const { user } = screenOf();
  await user.click(await screen.findByRole('button', { name: 'Freeze' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('7 Feb 2027 instead of 31 Jan 2027')).toBeVisible();
  expect(dialog.getByText('2 classes released')).toBeVisible();
  expect(dialog.getByText('7 used now, 7 left then')).toBeVisible();
  expect(dialog.getByText(/Full already, no seat:.*1 Feb/)).toBeVisible();
  expect(requests('freezeEnrollment').every(({ query }) => query['preview'] === 'true')).toBe(true);
  await user.click(dialog.getByLabelText('Reason (optional)'));
  await user.paste('Travelling');
  await user.click(await dialog.findByRole('button', { name: 'Freeze 7 days' }));
  await waitFor(() => expect(requests('freezeEnrollment').at(-1)?.query).toEqual({}));
  expect(requests('freezeEnrollment').at(-1)?.body).toMatchObject({ reason: 'Travelling' });
});

it('shows why it cannot be, and keeps the button shut', async () => {
  apiAnswers({
    freezeEnrollment: problem(409, 'capacity_full', {
      detail: 'It would last until 2027-02-07, but Pre-K Gym has no place left on Mon by then',
    }),
  });
  const { user } = screenOf();
  await user.click(await screen.findByRole('button', { name: 'Freeze' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/no place left on Mon/)).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Freeze' })).toBeDisabled();
});

it('ends a running freeze early once somebody has read what follows', async () => {
  apiAnswers({ getEnrollment: enrollment({ status: 'PAUSED', pausedUntil: '2026-12-03', freezes: [running] }) });
  const { user } = screenOf();
  expect(await screen.findByText('Paused until 3 Dec')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'End early' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/13 freeze days are given back/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'End early' }));
  await waitFor(() => expect(requests('endFreeze').map(({ query }) => query)).toEqual([{ preview: 'true' }, {}]));
});

it('gives the desk the money and no acts, and a trainer neither money nor acts', async () => {
  const desk = screenOf('COUNSELOR');
  expect(await screen.findByText(`Money of ${invoiceId}`)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Freeze' })).toBeNull();
  desk.unmount();
  const { invoiceId: _, price: __, due: ___, ...unseen } = enrollment();
  apiAnswers({ getEnrollment: unseen, listStudentAttendance: { items: [], nextCursor: null } });
  screenOf('TRAINER');
  expect(await screen.findByText('Nothing was marked on this plan yet.')).toBeVisible();
  expect(screen.queryByRole('radio', { name: 'Payments' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Cancel plan' })).toBeNull();
});

it('cancels with a reason, and shows what would be fair to give back', async () => {
  apiAnswers({
    getInvoice: { total: money(920_000), paid: money(920_000) },
    cancelEnrollment: enrollment({ status: 'CANCELLED' }),
  });
  const { user } = screenOf();
  await user.click(await screen.findByRole('button', { name: 'Cancel plan' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('To give back, by days and visits')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Cancel plan' }));
  expect(await dialog.findByText('Write a reason')).toBeVisible();
  expect(requests('cancelEnrollment')).toEqual([]);
  await user.click(dialog.getByLabelText('Why?'));
  await user.paste('Moving');
  await user.click(dialog.getByRole('button', { name: 'Cancel plan' }));
  await waitFor(() => expect(requests('cancelEnrollment')[0]?.body).toEqual({ reason: 'Moving' }));
});

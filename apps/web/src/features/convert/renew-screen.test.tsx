import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renewal, renewalIds } from '../../test/renewals.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { RenewScreen } from './renew-screen.tsx';

const money = (amountMinor: number) => ({ amountMinor, currency: 'INR' });
const quote = {
  planId: renewalIds.plan,
  planName: 'Monthly',
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  batchIds: [renewalIds.batch],
  daysSelected: ['MON', 'WED'],
  classes: 9,
  firstSession: '2026-12-02',
  places: [],
  subtotal: money(500_000),
  discount: money(0),
  discountNeedsApproval: false,
  tax: money(0),
  total: money(500_000),
  totalOnceApproved: money(500_000),
  overlaps: [],
};
const plan = { id: renewalIds.plan, name: 'Monthly', price: money(500_000), soldRecently: 3 };
const batch = {
  id: renewalIds.batch,
  name: 'Pre-K Gym',
  daysOfWeek: ['MON', 'WED', 'FRI'],
  startTime: '16:00',
  places: [],
};
const renewed = {
  enrollment: { planName: 'Monthly', startDate: '2026-12-01', endDate: '2026-12-31' },
  invoice: { id: renewalIds.plan, number: 'R/1', due: money(0), pendingDiscount: null },
  payment: null,
};

beforeEach(() => {
  visit(`/c/riverside/renewals/${renewalIds.asha}/renew`);
  apiAnswers({
    getRenewal: renewal(),
    listPlans: { items: [plan], nextCursor: null },
    listBatches: { items: [batch], nextCursor: null },
    quoteRenewal: quote,
    renewEnrollment: renewed,
  });
});

const show = () => renderScreen(<RenewScreen enrollmentId={renewalIds.asha} />, { as: 'COUNSELOR' });

it('has everything copied, says what has changed, and renews with one press', async () => {
  const { user } = show();
  const button = await screen.findByRole('button', { name: 'Renew and take ₹5,000' });
  expect(screen.getByRole('radio', { name: 'Monthly ₹5,000' })).toBeChecked();
  expect(screen.getByRole('button', { name: 'Mon' })).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByText('Price changed: was ₹4,500, now ₹5,000')).toBeVisible();
  await user.click(button);
  expect(await screen.findByRole('heading', { name: 'Asha Rao has renewed' })).toBeVisible();
  expect(requests('renewEnrollment')[0]?.body).toEqual({
    startDate: '2026-12-01',
    planId: renewalIds.plan,
    batchIds: [renewalIds.batch],
    daysSelected: ['MON', 'WED'],
    payment: { amountMinor: 500_000, method: 'UPI' },
  });
});

it('keeps its first day when the days change', async () => {
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Fri' }));
  await waitFor(() =>
    expect(requests('quoteRenewal').at(-1)?.body).toMatchObject({
      startDate: '2026-12-01',
      daysSelected: ['MON', 'WED', 'FRI'],
    }),
  );
});

it('keeps all classes of who attends several', async () => {
  const both = [renewalIds.batch, renewalIds.ben];
  apiAnswers({
    listBatches: { items: [batch, { ...batch, id: renewalIds.ben, name: 'Tumbling' }], nextCursor: null },
    quoteRenewal: { ...quote, batchIds: both },
  });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Renew and take ₹5,000' }));
  await screen.findByRole('heading', { name: 'Asha Rao has renewed' });
  expect(requests('renewEnrollment')[0]?.body).toMatchObject({ batchIds: both });
});

it('says what stands in the way', async () => {
  apiAnswers({ renewEnrollment: problem(409, 'capacity_full') });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Renew and take ₹5,000' }));
  expect(await screen.findByText(/last place was just taken/)).toBeVisible();
});

it('lets another plan be chosen where the old one is not sold any more', async () => {
  apiAnswers({
    getRenewal: renewal({ onSale: false }),
    quoteRenewal: ({ body }: { body: unknown }) =>
      JSON.stringify(body) === '{}' ? problem(422, 'reference_not_found') : quote,
  });
  const { user } = show();
  expect(await screen.findByText('Monthly is not on the price list any more')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Monthly ₹5,000' }));
  expect(await screen.findByRole('button', { name: 'Renew and take ₹5,000' })).toBeEnabled();
});

it('says that it was renewed already', async () => {
  apiAnswers({
    getRenewal: renewal({ renewed: { enrollmentId: renewalIds.ben, startDate: '2026-12-01' } }),
    quoteRenewal: problem(409, 'duplicate'),
  });
  show();
  expect(await screen.findByText('Asha Rao has renewed Monthly already')).toBeVisible();
});

it('is not for trainers', async () => {
  renderScreen(<RenewScreen enrollmentId={renewalIds.asha} />, { as: 'TRAINER' });
  expect(await screen.findByText('Front desk and center admins renew.')).toBeVisible();
  expect(requests('getRenewal')).toEqual([]);
});

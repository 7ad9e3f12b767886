import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { classSession, ids, lead, visit } from '../../test/enquiries.ts';
import { visit as goTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { ConvertScreen } from './convert-screen.tsx';

const money = (amountMinor: number) => ({ amountMinor, currency: 'INR' });
const plan = (id: string, name: string, price: number, soldRecently: number) => ({
  id,
  name,
  planType: 'MONTHLY' as const,
  kind: 'TERM' as const,
  price: money(price),
  visitsIncluded: null,
  validityDays: 90,
  freezeDaysAllowed: 0,
  centerId: null,
  active: true,
  soldRecently,
  version: 1,
});
const batch = {
  id: ids.batch,
  name: 'Pre-K Gym',
  ageMin: 4,
  ageMax: 6,
  daysOfWeek: ['MON', 'WED', 'FRI'],
  startTime: '16:00',
  endTime: '17:00',
  capacity: 12,
  trainers: [],
  startsOn: null,
  endsOn: null,
  active: true,
  places: [
    { weekday: 'MON', taken: 8, left: 4 },
    { weekday: 'WED', taken: 12, left: 0 },
    { weekday: 'FRI', taken: 11, left: 1 },
  ],
  studentCount: 20,
  version: 1,
};
const quote = {
  endDate: '2027-02-20',
  classes: 26,
  firstSession: '2026-11-27',
  places: [],
  subtotal: money(1_850_000),
  discount: money(0),
  discountNeedsApproval: false,
  tax: money(0),
  total: money(1_850_000),
  totalOnceApproved: money(1_850_000),
  overlaps: [],
};
const converted = {
  lead: lead({ status: 'ENROLLED' }),
  student: {
    id: ids.student,
    name: 'Kabir D’Souza',
    nextSession: { id: ids.session, name: 'Pre-K Gym', date: '2026-11-27', startTime: '16:00' },
  },
  enrollment: { planName: 'Quarterly', endDate: '2027-02-20' },
  invoice: { id: ids.invoice, number: 'KOR/26-27/0042', due: money(0), pendingDiscount: null },
  payment: null,
};
const attended = visit({ status: 'ATTENDED', date: '2026-11-20' });

beforeEach(() => {
  goTo(`/c/riverside/leads/${ids.kabir}/convert`);
  apiAnswers({
    getLead: lead({ status: 'INTRO_ATTENDED', introVisits: [attended] }),
    listPlans: {
      items: [plan(ids.monthly, 'Monthly', 700_000, 3), plan(ids.quarterly, 'Quarterly', 1_850_000, 9)],
      nextCursor: null,
    },
    listBatches: { items: [batch], nextCursor: null },
    getClassSession: classSession(),
    quoteEnrollment: quote,
    convertLead: converted,
  });
});

it('has everything chosen: the class that was tried, its day, the plan sold most; one press enrolls', async () => {
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />, { as: 'COUNSELOR' });
  const button = await screen.findByRole('button', { name: 'Enroll and take ₹18,500' });
  expect(screen.getByRole('radio', { name: 'Quarterly ₹18,500' })).toBeChecked();
  expect(screen.getByRole('button', { name: 'Fri 1 left' })).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByRole('button', { name: 'Wed Full' })).toBeDisabled();
  expect(screen.getByText(/26 classes, ends Sat,? 20 Feb/)).toBeVisible();
  await user.click(button);
  expect(await screen.findByRole('heading', { name: 'Kabir D’Souza is enrolled' })).toBeVisible();
  expect(requests('convertLead')[0]?.body).toMatchObject({
    enrollment: {
      planId: ids.quarterly,
      batchIds: [ids.batch],
      daysSelected: ['FRI'],
      payment: { amountMinor: 1_850_000, method: 'UPI' },
    },
  });
});

it('enrolls with keys alone: a digit for the plan, Ctrl and Enter to save', async () => {
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />);
  await screen.findByRole('button', { name: 'Enroll and take ₹18,500' });
  await user.keyboard('2m');
  expect(screen.getByRole('radio', { name: 'Monthly ₹7,000' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Cash' })).toBeChecked();
  await waitFor(() => expect(requests('quoteEnrollment').at(-1)?.body).toMatchObject({ planId: ids.monthly }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(requests('convertLead')[0]?.body).toMatchObject({ enrollment: { planId: ids.monthly } }));
});

it('sends one request however often the button is pressed, and the same key after a lost connection', async () => {
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />);
  const button = await screen.findByRole('button', { name: 'Enroll and take ₹18,500' });
  const answering = globalThis.fetch;
  const keys: (string | null)[] = [];
  globalThis.fetch = jest.fn<typeof fetch>(async (input, init) => {
    if (!String(input).endsWith('/convert')) return answering(input, init);
    keys.push(new Headers(init?.headers).get('Idempotency-Key'));
    if (keys.length <= 3) throw new TypeError('network');
    return answering(input, init);
  });
  await user.dblClick(button);
  expect(await screen.findByRole('button', { name: 'Checking if it was saved…' })).toBeVisible();
  expect(await screen.findByText(/may have been saved/, {}, { timeout: 8000 })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByRole('heading', { name: 'Kabir D’Souza is enrolled' })).toBeVisible();
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(1);
}, 20_000);

it('asks for a phone number in place when the family has none', async () => {
  const unreachable = lead().guardians.map((guardian) => ({ ...guardian, hasContact: false, phone: null }));
  apiAnswers({ getLead: lead({ guardians: unreachable }) });
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />);
  const button = await screen.findByRole('button', { name: 'Enroll and take ₹18,500' });
  await user.click(button);
  expect((await screen.findAllByText('This is needed'))[0]).toBeVisible();
  expect(requests('convertLead')).toEqual([]);
  await user.click(screen.getByLabelText('Phone'));
  await user.paste('98450 12345');
  await user.click(button);
  await waitFor(() =>
    expect(requests('convertLead')[0]?.body).toMatchObject({
      guardian: { name: 'Anita D’Souza', phone: '98450 12345', isPrimary: true },
    }),
  );
});

it('says that a discount needs an approval, and still takes the full price today', async () => {
  apiAnswers({
    quoteEnrollment: ({ body }: { body: unknown }) =>
      JSON.stringify(body).includes('discount')
        ? { ...quote, discount: money(185_000), discountNeedsApproval: true, totalOnceApproved: money(1_665_000) }
        : quote,
  });
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />);
  await screen.findByRole('button', { name: 'Enroll and take ₹18,500' });
  await user.type(screen.getByLabelText('Discount'), '10 %');
  await user.click(screen.getByRole('radio', { name: 'Sibling' }));
  expect(await screen.findByText('Needs approval: asked when you save')).toBeVisible();
  const price = within(screen.getByRole('region', { name: 'What happens' }));
  expect(price.getByText('Discount, once approved')).toBeVisible();
  expect(price.getByText('-₹1,850')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Enroll and take ₹18,500' }));
  await waitFor(() =>
    expect(requests('convertLead')[0]?.body).toMatchObject({
      enrollment: { discount: { type: 'PERCENT', value: 10, reason: 'Sibling' } },
    }),
  );
});

it('takes part of the price, or nothing yet', async () => {
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />);
  await screen.findByRole('button', { name: 'Enroll and take ₹18,500' });
  await user.clear(screen.getByLabelText('Amount'));
  await user.type(screen.getByLabelText('Amount'), '5000');
  expect(screen.getByRole('button', { name: 'Enroll and take ₹5,000' })).toBeEnabled();
  await user.click(screen.getByRole('radio', { name: 'Later' }));
  await user.click(screen.getByRole('button', { name: 'Enroll, to be paid later' }));
  await waitFor(() => expect(requests('convertLead')).toHaveLength(1));
  expect(JSON.stringify(requests('convertLead')[0]?.body)).not.toContain('payment');
});

it('says in words that the last place was just taken', async () => {
  apiAnswers({ convertLead: problem(409, 'capacity_full') });
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />);
  await user.click(await screen.findByRole('button', { name: 'Enroll and take ₹18,500' }));
  expect(await screen.findByText('The last place was just taken. Choose another day.')).toBeVisible();
});

it('does not enroll from a closed enquiry, nor by a trainer', async () => {
  apiAnswers({ getLead: lead({ status: 'DEAD_LEAD', allowed: ['FOLLOW_UP'] }) });
  const view = renderScreen(<ConvertScreen leadId={ids.kabir} />);
  expect(await screen.findByText(/enquiry is closed/)).toBeVisible();
  view.unmount();
  renderScreen(<ConvertScreen leadId={ids.kabir} />, { as: 'TRAINER' });
  expect(await screen.findByText('Front desk and center admins enroll.')).toBeVisible();
});

it('takes installments that add up, with the first one paid now', async () => {
  const { user } = renderScreen(<ConvertScreen leadId={ids.kabir} />, { as: 'COUNSELOR' });
  await screen.findByRole('button', { name: 'Enroll and take ₹18,500' });
  await user.click(screen.getByRole('button', { name: 'Pay in installments' }));
  expect(screen.getByText('Adds up to ₹18,500')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Equal monthly parts'), '2');
  await user.click(await screen.findByRole('button', { name: 'Enroll and take ₹9,250' }));
  await waitFor(() => expect(requests('convertLead')).toHaveLength(1));
  expect(requests('convertLead')[0]?.body).toMatchObject({
    enrollment: {
      installments: [{ amountMinor: 925_000 }, { amountMinor: 925_000 }],
      payment: { amountMinor: 925_000, method: 'UPI' },
    },
  });
});

it('lets an admin agree on a plan by hand; the desk is not offered that', async () => {
  const view = renderScreen(<ConvertScreen leadId={ids.kabir} />, { as: 'CENTER_ADMIN' });
  await view.user.click(await screen.findByRole('radio', { name: 'Custom plan' }));
  await view.user.click(screen.getByLabelText('Price'));
  await view.user.paste('5000');
  await view.user.click(screen.getByLabelText('Visits (optional)'));
  await view.user.paste('8');
  await waitFor(() =>
    expect(requests('quoteEnrollment').at(-1)?.body).toMatchObject({
      planType: 'CUSTOM',
      priceMinor: 500_000,
      visitsIncluded: 8,
    }),
  );
  view.unmount();
  renderScreen(<ConvertScreen leadId={ids.kabir} />, { as: 'COUNSELOR' });
  await screen.findByRole('radio', { name: 'Quarterly ₹18,500' });
  expect(screen.queryByRole('radio', { name: 'Custom plan' })).toBeNull();
});

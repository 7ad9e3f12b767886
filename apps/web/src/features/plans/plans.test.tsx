import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { PlanList } from './plan-list.tsx';
import { TemplatesScreen } from './templates-screen.tsx';

const template = {
  id: '0190c000-0000-7000-8000-000000000001',
  name: 'Monthly everywhere',
  planType: 'MONTHLY' as const,
  kind: 'TERM' as const,
  price: { amountMinor: 450_000, currency: 'INR' },
  visitsIncluded: null,
  validityDays: null,
  freezeDaysAllowed: 7,
  centerId: null,
  active: true,
  soldRecently: 0,
  version: 3,
};
const own = { ...template, id: '0190c000-0000-7000-8000-000000000002', name: 'Only in Riverside', centerId: 'here' };

describe('the templates of the organization', () => {
  beforeEach(() => {
    visit('/hq/plans');
    apiAnswers({ listPlans: { items: [template], nextCursor: null } });
  });

  it('gain one, which belongs to no center', async () => {
    apiAnswers({ createPlan: template });
    const { user } = renderScreen(<TemplatesScreen />, { as: 'SUPER_ADMIN', isHq: true });
    await user.click(await screen.findByRole('button', { name: 'New template' }));
    await user.type(await screen.findByLabelText('Name'), 'Weekly');
    await user.type(screen.getByLabelText(/Price before tax/), '1200');
    await user.click(screen.getByRole('button', { name: 'Save plan' }));
    await waitFor(() => expect(requests('createPlan')).toHaveLength(1));
    expect(requests('createPlan')[0]?.body).toMatchObject({ name: 'Weekly', priceMinor: 120_000 });
    expect(requests('createPlan')[0]?.body).not.toHaveProperty('centerId');
    expect(requests('createPlan')[0]?.headers.get('X-Center-Id')).toBeNull();
  });

  it('are taken off the list, unless somebody else changed them first', async () => {
    apiAnswers({ changePlan: problem(412, 'stale_version') });
    const { user } = renderScreen(<TemplatesScreen />, { as: 'SUPER_ADMIN', isHq: true });
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    await user.click(await screen.findByRole('switch', { name: 'On the price list' }));
    await user.click(screen.getByRole('button', { name: 'Save plan' }));
    expect(await screen.findByText(/Someone else changed this first/)).toBeVisible();
    expect(requests('changePlan')[0]).toMatchObject({ params: { id: template.id }, body: { active: false } });
    expect(requests('changePlan')[0]?.headers.get('If-Match')).toBe('"3"');
  });

  it('are not written by the front desk', async () => {
    renderScreen(<TemplatesScreen />, { as: 'COUNSELOR', isHq: true });
    expect(await screen.findByText('Super admins write the plan templates.')).toBeVisible();
  });
});

it('shows a center its own plans to change, and templates to sell', async () => {
  visit('/c/riverside/settings?section=plans');
  apiAnswers({ listPlans: { items: [template, own], nextCursor: null } });
  renderScreen(<PlanList />);
  const lines = await screen.findAllByRole('listitem');
  expect(within(lines[0]!).getByText('Set for all centers')).toBeVisible();
  expect(within(lines[0]!).queryByRole('button')).toBeNull();
  expect(within(lines[1]!).getByRole('button', { name: 'Change' })).toBeVisible();
});

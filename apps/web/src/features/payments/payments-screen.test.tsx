import type { Discount } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { exportShown } from '../../test/export-shown.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { anInvoice, rupees } from '../../test/invoices.ts';
import { PaymentsScreen } from './payments-screen.tsx';

const waiting: Discount = {
  id: '0190a000-0000-7000-8000-00000000d001',
  invoiceId: anInvoice.id,
  invoiceNumber: anInvoice.number,
  enrollmentId: null,
  studentId: anInvoice.studentId,
  studentName: 'Aarav Sharma',
  type: 'PERCENT',
  value: 15,
  amount: rupees(1890),
  reason: 'Sibling',
  status: 'PENDING',
  requestedBy: { id: '0190a000-0000-7000-8000-0000000000a3', name: 'Tess' },
  requestedAt: '2026-11-21T05:00:00Z',
  decidedBy: null,
  decidedAt: null,
  rejectReason: null,
};

function answerLists(discounts: Discount[] = []) {
  apiAnswers({
    listInvoices: { items: [anInvoice], nextCursor: null },
    listDiscounts: { items: discounts, nextCursor: null },
    listPayments: { items: [], nextCursor: null, totals: [{ method: 'UPI', amount: rupees(5000), count: 2 }] },
    getDashboard: { paymentsDue: { count: 1, items: [], amount: rupees(12600) } },
  });
}

jest.setTimeout(20_000);

it('records what is due in one tap on the method, with the reference trimmed', async () => {
  visit('/c/riverside/payments');
  answerLists();
  apiAnswers({ recordPayment: { payment: {}, invoice: anInvoice } });
  const { user } = renderScreen(<PaymentsScreen />, { as: 'COUNSELOR' });

  await user.click(await screen.findByRole('button', { name: 'Record payment' }));
  const sheet = await screen.findByRole('dialog');
  expect(within(sheet).getByLabelText('Amount')).toHaveValue('12,600');
  await user.click(within(sheet).getByRole('radio', { name: 'UPI' }));
  await user.type(within(sheet).getByLabelText(/Reference/), '  axis 771 ');
  await user.click(within(sheet).getByRole('button', { name: 'Record payment of ₹12,600' }));

  await waitFor(() => expect(requests('recordPayment')).toHaveLength(1));
  expect(requests('recordPayment')[0]?.body).toEqual({
    invoiceId: anInvoice.id,
    amountMinor: 1_260_000,
    method: 'UPI',
    reference: 'axis 771',
  });
  expect(await screen.findByText('₹12,600 recorded')).toBeVisible();
});

it('keeps what was typed when the payment is refused, and retries under the same key', async () => {
  visit('/c/riverside/payments');
  answerLists();
  apiAnswers({ recordPayment: problem(500, 'internal') });
  const { user } = renderScreen(<PaymentsScreen />);

  await user.click(await screen.findByRole('button', { name: 'Record payment' }));
  const sheet = await screen.findByRole('dialog');
  await user.click(within(sheet).getByRole('button', { name: /Record payment of/ }));
  expect(await within(sheet).findByText('Choose how it was paid')).toBeVisible();
  expect(requests('recordPayment')).toHaveLength(0);

  await user.click(within(sheet).getByRole('radio', { name: 'Cash' }));
  await user.click(within(sheet).getByRole('button', { name: /Record payment of/ }));
  expect(await within(sheet).findByRole('alert')).toBeVisible();
  await user.click(within(sheet).getByRole('button', { name: /Record payment of/ }));
  await waitFor(() => expect(requests('recordPayment').length).toBeGreaterThan(1));
  const keys = requests('recordPayment').map(({ headers }) => headers.get('Idempotency-Key'));
  expect(new Set(keys).size).toBe(1);
});

it('approves a waiting discount with one click', async () => {
  visit('/c/riverside/payments?tab=discounts');
  answerLists([waiting]);
  apiAnswers({ approveDiscount: { discount: waiting, invoice: anInvoice } });
  const { user } = renderScreen(<PaymentsScreen />);

  await user.click(await screen.findByRole('button', { name: 'Approve' }));
  await waitFor(() => expect(requests('approveDiscount')).toHaveLength(1));
  expect(requests('approveDiscount')[0]?.params['id']).toBe(waiting.id);
  expect(await screen.findByText('₹1,890 off for Aarav Sharma approved')).toBeVisible();
});

it('rejects a discount only with a reason', async () => {
  visit('/c/riverside/payments?tab=discounts');
  answerLists([waiting]);
  apiAnswers({ rejectDiscount: { discount: waiting, invoice: anInvoice } });
  const { user } = renderScreen(<PaymentsScreen />);

  await user.click(await screen.findByRole('button', { name: 'Reject' }));
  const sheet = await screen.findByRole('dialog');
  await user.click(within(sheet).getByRole('button', { name: 'Reject the discount' }));
  await waitFor(() => expect(within(sheet).getByLabelText('Reason')).toBeInvalid());
  expect(requests('rejectDiscount')).toHaveLength(0);

  await user.type(within(sheet).getByLabelText('Reason'), 'Not a sibling');
  await user.click(within(sheet).getByRole('button', { name: 'Reject the discount' }));
  await waitFor(() => expect(requests('rejectDiscount')[0]?.body).toEqual({ reason: 'Not a sibling' }));
});

it('shows the desk what waits, without the buttons to decide', async () => {
  visit('/c/riverside/payments?tab=discounts');
  answerLists([waiting]);
  renderScreen(<PaymentsScreen />, { as: 'COUNSELOR' });
  expect(await screen.findByText(/Sibling/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Reject' })).toBeNull();
});

it('asks for payments of the chosen days and links each total to its payments', async () => {
  jest.useFakeTimers({ now: new Date('2026-11-21T06:00:00Z'), advanceTimers: true });
  visit('/c/riverside/payments?tab=received&period=month');
  answerLists();
  renderScreen(<PaymentsScreen />);
  const tile = await screen.findByRole('link', { name: /UPI/ });
  expect(tile).toHaveAttribute('href', '/c/riverside/payments?tab=received&period=month&method=UPI');
  expect(requests('listPayments')[0]?.query).toMatchObject({ from: '2026-11-01', to: '2026-11-21' });
});

it('exports the payments of the chosen days', async () => {
  jest.useFakeTimers({ now: new Date('2026-11-21T06:00:00Z'), advanceTimers: true });
  visit('/c/riverside/payments?tab=received&period=month&method=UPI');
  answerLists();
  const { user } = renderScreen(<PaymentsScreen />);
  const query = { from: '2026-11-01', to: '2026-11-21', method: 'UPI' };
  expect(await exportShown(user)).toEqual({ file: 'payments.csv', query });
});

it('exports the discounts that wait', async () => {
  visit('/c/riverside/payments?tab=discounts');
  answerLists([waiting]);
  const { user } = renderScreen(<PaymentsScreen />);
  expect(await exportShown(user)).toEqual({ file: 'discounts.csv', query: { status: 'PENDING' } });
});

it('shows no money to trainers', async () => {
  renderScreen(<PaymentsScreen />, { as: 'TRAINER' });
  expect(await screen.findByText('Center admins and the front desk see money.')).toBeVisible();
  expect(requests('listInvoices')).toHaveLength(0);
});

import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, requests } from '../../test/api-answers.ts';
import { anInvoice, aPayment, rupees } from '../../test/invoices.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { InvoiceScreen } from './invoice-screen.tsx';

jest.setTimeout(20_000);

const paid = {
  ...anInvoice,
  status: 'PARTLY_PAID',
  paid: rupees(5000),
  due: rupees(7600),
  payments: [aPayment()],
};

it('lists what was paid with what is left, and links to the student', async () => {
  apiAnswers({ getInvoice: paid });
  renderScreen(<InvoiceScreen id={anInvoice.id} />);
  const ledger = await screen.findByRole('group', { name: 'Payments' });
  expect(within(ledger).getByText('₹7,600')).toBeVisible();
  expect(screen.getByText('Partly paid')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Aarav Sharma' })).toHaveAttribute(
    'href',
    `/c/riverside/students/${anInvoice.studentId}`,
  );
  expect(screen.getByRole('button', { name: 'Print receipt' })).toBeVisible();
});

it('refunds with amount and reason, never more than was paid', async () => {
  apiAnswers({ getInvoice: paid, refundPayment: { payment: aPayment(), invoice: paid } });
  const { user } = renderScreen(<InvoiceScreen id={anInvoice.id} />);
  await user.click(await screen.findByRole('button', { name: 'More for the payment of ₹5,000' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Refund' }));
  const sheet = await screen.findByRole('dialog');
  const amount = within(sheet).getByLabelText('Amount');
  await user.clear(amount);
  await user.type(amount, '6000');
  await user.type(within(sheet).getByLabelText('Reason'), 'Moved away');
  await user.click(within(sheet).getByRole('button', { name: 'Refund ₹6,000' }));
  expect(await within(sheet).findByText('At most ₹5,000 can be given back')).toBeVisible();
  expect(requests('refundPayment')).toHaveLength(0);

  await user.clear(amount);
  await user.type(amount, '1000');
  await user.click(within(sheet).getByRole('button', { name: 'Refund ₹1,000' }));
  await waitFor(() =>
    expect(requests('refundPayment')[0]?.body).toEqual({ amountMinor: 100_000, method: 'UPI', reason: 'Moved away' }),
  );
});

it('voids a payment with the reason', async () => {
  apiAnswers({ getInvoice: paid, voidPayment: { payment: aPayment(), invoice: paid } });
  const { user } = renderScreen(<InvoiceScreen id={anInvoice.id} />);
  await user.click(await screen.findByRole('button', { name: /More for the payment/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Void payment' }));
  const sheet = await screen.findByRole('dialog');
  await user.type(within(sheet).getByLabelText('Reason'), 'Typed twice');
  await user.click(within(sheet).getByRole('button', { name: 'Void ₹5,000' }));
  await waitFor(() => expect(requests('voidPayment')[0]?.body).toEqual({ reason: 'Typed twice' }));
});

it('lets the desk take money and ask for a discount, but not void or refund', async () => {
  apiAnswers({ getInvoice: paid });
  renderScreen(<InvoiceScreen id={anInvoice.id} />, { as: 'COUNSELOR' });
  expect(await screen.findByRole('button', { name: 'Record payment' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Request discount' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /More for the payment/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Void invoice' })).toBeNull();
});

describe('installments', () => {
  const part = (position: number, dueDate: string, paid: number, status: 'PAID' | 'PENDING' | 'OVERDUE') => ({
    id: `0190a000-0000-7000-8000-00000000a00${position}`,
    position,
    dueDate,
    amount: rupees(6_300),
    paid: rupees(paid),
    due: rupees(6_300 - paid),
    status,
  });
  const planned = {
    ...anInvoice,
    paid: rupees(6_300),
    due: rupees(6_300),
    dueNow: rupees(0),
    installments: [part(1, '2026-11-17', 6_300, 'PAID'), part(2, '2026-12-17', 0, 'PENDING')],
  };

  it('show what is paid of each, and let what is left be planned anew, to the paisa', async () => {
    apiAnswers({ getInvoice: planned, planInstallments: { items: [] } });
    const { user } = renderScreen(<InvoiceScreen id={anInvoice.id} />, { as: 'COUNSELOR' });
    expect(await screen.findByText('Coming')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change installments' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(await dialog.findByLabelText('Equal monthly parts'), '4');
    expect(dialog.getByText('Adds up to ₹6,300')).toBeVisible();
    await user.clear(dialog.getByLabelText('Part 4 amount'));
    await user.paste('1574.99');
    expect(dialog.getByText('₹0.01 missing')).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Save installments' })).toBeDisabled();
    await user.clear(dialog.getByLabelText('Part 4 amount'));
    await user.paste('1575');
    await user.click(dialog.getByRole('button', { name: 'Save installments' }));
    const sum = (parts: { amountMinor: number }[]) => parts.reduce((total, { amountMinor }) => total + amountMinor, 0);
    await waitFor(() => expect(requests('planInstallments')).toHaveLength(1));
    const body = requests('planInstallments')[0]!.body as { installments: { amountMinor: number }[] };
    expect([body.installments.length, sum(body.installments)]).toEqual([4, 630_000]);
  });
});

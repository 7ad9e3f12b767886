import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderPlain, renderScreen } from '../test/render-screen.tsx';
import { ChoiceChips, MultiChoiceChips } from './choice-chips.tsx';
import { DateField } from './date-field.tsx';
import { MoneyInput } from './money.tsx';
import { PhoneField, PhoneLinks } from './phone.tsx';

const days = [
  { value: 'MON', label: 'Mon' },
  { value: 'TUE', label: 'Tue', disabled: true },
  { value: 'WED', label: 'Wed' },
] as const;
type Day = (typeof days)[number]['value'];

function OneDay() {
  const [day, setDay] = useState<Day | null>(null);
  return <ChoiceChips label="Day" choices={days} value={day} onChange={setDay} error="Choose one" />;
}

function SomeDays() {
  const [chosen, setChosen] = useState<Day[]>(['WED']);
  return (
    <>
      <MultiChoiceChips label="Days" choices={days} values={chosen} onChange={setChosen} />
      <output>{chosen.join(' ')}</output>
    </>
  );
}

it('chooses one with the arrows, past what cannot be chosen', async () => {
  const { user } = renderPlain(<OneDay />);
  const group = screen.getByRole('radiogroup', { name: 'Day' });
  expect(group).toHaveAccessibleDescription('Choose one');
  await user.tab();
  expect(screen.getByRole('radio', { name: 'Mon' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'Wed' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Wed' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'Mon' })).toBeChecked();
});

it('keeps the order of the choices, whatever was pressed first', async () => {
  const { user } = renderPlain(<SomeDays />);
  await user.click(screen.getByRole('button', { name: 'Mon' }));
  expect(screen.getByText('MON WED')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Wed', pressed: true }));
  expect(screen.getByText('MON')).toBeVisible();
});

function Price() {
  const [amount, setAmount] = useState<number | null>(1_250_000);
  return (
    <>
      <MoneyInput label="Price" currency="INR" value={amount} onChange={setAmount} />
      <output>{String(amount)}</output>
    </>
  );
}

it('takes an amount as typed and keeps it in minor units', async () => {
  const { user } = renderPlain(<Price />);
  const input = screen.getByLabelText('Price');
  expect(input).toHaveValue((12_500).toLocaleString());
  await user.clear(input);
  await user.type(input, '9,999.5');
  expect(screen.getByText('999950')).toBeVisible();
  await user.type(input, 'x1.2.3');
  expect(screen.getByText('null')).toBeVisible();
});

function Birthday() {
  const [day, setDay] = useState<string | null>(null);
  return (
    <>
      <DateField label="Birthday" value={day} onChange={setDay} />
      <output>{day ?? 'none'}</output>
    </>
  );
}

it('takes a typed date and says how to type one that it cannot read', async () => {
  const { user } = renderPlain(<Birthday />);
  const input = screen.getByLabelText('Birthday');
  await user.type(input, '2021-03-05');
  expect(screen.getByText('2021-03-05')).toBeVisible();
  await user.clear(input);
  await user.type(input, '31/31/2021');
  await user.tab();
  expect(screen.getByText(/That is not a date/)).toBeVisible();
  expect(screen.getByText('none')).toBeVisible();
});

function Phone() {
  const [typed, setTyped] = useState('');
  return <PhoneField label="Phone" value={typed} onChange={setTyped} />;
}

it('remarks on an odd phone number without refusing it', async () => {
  const { user } = renderPlain(<Phone />);
  await user.type(screen.getByLabelText('Phone'), '12345');
  await user.tab();
  expect(screen.getByText(/looks unusual/)).toBeVisible();
  expect(screen.getByLabelText('Phone')).toBeValid();
});

it('links a number to a call and to WhatsApp', () => {
  renderPlain(<PhoneLinks phone="+919876543210" name="Lena" message="Hello Lena" />);
  expect(screen.getByRole('link', { name: 'Call Lena' })).toHaveAttribute('href', 'tel:+919876543210');
  expect(screen.getByRole('link', { name: 'WhatsApp Lena' })).toHaveAttribute(
    'href',
    'https://wa.me/919876543210?text=Hello%20Lena',
  );
});

it('gives a number that was typed without its country that of the center', async () => {
  renderScreen(<PhoneLinks phone="098765 43210" name="Lena" />);
  expect(await screen.findByText('098765 43210')).toBeVisible();
  await waitFor(() =>
    expect(screen.getByRole('link', { name: 'WhatsApp Lena' })).toHaveAttribute('href', 'https://wa.me/919876543210'),
  );
  expect(screen.getByRole('link', { name: 'Call Lena' })).toHaveAttribute('href', 'tel:+919876543210');
});

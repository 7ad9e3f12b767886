import type { Invoice, Money } from '@cartwheel/contracts';
import { formatMoney } from '@cartwheel/domain/money';
import { PageWriter } from '../../platform/pdf/page-writer.ts';

/** Who issues it, as of printing. */
export interface Issuer {
  name: string;
  address: string | null;
  phone: string | null;
  timezone: string;
  locale: string;
  legalName: string;
  registrationNumber: string;
  footer: string;
  color: string;
}

export interface Receipt {
  invoice: Invoice;
  issuer: Issuer;
  /** What of each payment counts for this invoice. */
  settled: ReadonlyMap<string, number>;
  printedBy: string;
  printedAt: Date;
}

const LEFT = 48;
const WIDTH = 595 - 2 * LEFT;
const GREY = '#5A6275';
/** More would not fit on the page; the earlier ones are summed up in a line. */
const MAX_PAYMENTS = 14;
const methods = {
  CASH: 'Cash',
  UPI: 'UPI',
  CARD: 'Card',
  BANK_TRANSFER: 'Bank transfer',
  ONLINE: 'Online',
  OTHER: 'Other',
};

/** Invoice and receipt on one A4 page. */
export function printReceipt(receipt: Receipt): Promise<Buffer> {
  const { invoice, issuer } = receipt;
  const page = new PageWriter({ size: 'A4', title: `${titleOf(invoice)} ${invoice.number}`, language: issuer.locale });
  let y = writeHead(page, receipt);
  y = writeLines(page, receipt, y + 18);
  y = writeTotals(page, receipt, y + 16);
  y = writePayments(page, receipt, y + 16);
  if (issuer.footer) page.write(issuer.footer, { x: LEFT, y: y + 20, width: WIDTH, size: 9, color: GREY, maxLines: 4 });
  page.write(printedLine(receipt), { x: LEFT, y: 812, width: WIDTH, size: 8, color: GREY, maxLines: 1 });
  return page.finish();
}

export const titleOf = (invoice: Invoice): string => (invoice.paid.amountMinor > 0 ? 'Receipt' : 'Invoice');

function writeHead(page: PageWriter, { invoice, issuer }: Receipt): number {
  page.document.rect(0, 0, 595, 8).fill(issuer.color);
  const half = { width: WIDTH * 0.6 };
  let y = page.write(issuer.legalName || issuer.name, {
    x: LEFT,
    y: 58,
    ...half,
    size: 16,
    weight: 'bold',
    maxLines: 2,
  });
  const facts = [
    issuer.legalName && issuer.name !== issuer.legalName ? issuer.name : '',
    issuer.address ?? '',
    issuer.phone ?? '',
    issuer.registrationNumber && `Reg. no. ${issuer.registrationNumber}`,
  ];
  for (const fact of facts.filter(Boolean))
    y = page.write(fact, { x: LEFT, y, ...half, size: 9, color: GREY, maxLines: 3 });

  const side = { x: LEFT + WIDTH * 0.6, width: WIDTH * 0.4, align: 'right' } as const;
  page.write(titleOf(invoice), { ...side, y: 58, size: 16, weight: 'bold', color: issuer.color });
  page.write(invoice.number, { ...side, y: 78, size: 11, weight: 'bold' });
  page.write(shownDay(invoice.issuedOn, issuer.locale), { ...side, y: 94, size: 9, color: GREY });
  page.write(stateOf(invoice), { ...side, y: 110, size: 9, weight: 'bold' });

  y = Math.max(y, 124) + 14;
  page.rule(LEFT, y - 14, WIDTH);
  y = page.write('For', { x: LEFT, y: y + 6, width: WIDTH, size: 8, color: GREY });
  y = page.write(invoice.studentName, { x: LEFT, y: y + 5, width: WIDTH, size: 12, weight: 'bold', maxLines: 2 });
  if (!invoice.guardianName || invoice.guardianName === invoice.studentName) return y;
  return page.write(`c/o ${invoice.guardianName}`, { x: LEFT, y, width: WIDTH, size: 10, maxLines: 2 });
}

function writeLines(page: PageWriter, { invoice, issuer }: Receipt, top: number): number {
  let y = row(page, top, 'Description', 'Amount', { size: 8, color: GREY });
  page.rule(LEFT, y - 8, WIDTH);
  y += 6;
  for (const line of invoice.lines) {
    const times = line.quantity > 1 ? ` (${line.quantity} × ${amount(line.unitPrice, issuer)})` : '';
    y = row(page, y, `${line.description}${times}`, amount(line.amount, issuer)) + 2;
  }
  page.rule(LEFT, y - 6, WIDTH);
  return y;
}

function writeTotals(page: PageWriter, { invoice, issuer }: Receipt, top: number): number {
  const { subtotal, discount, tax, total, pendingDiscount } = invoice;
  let y = top;
  if (discount.amountMinor > 0 || tax.amountMinor > 0) y = row(page, y, 'Subtotal', amount(subtotal, issuer));
  if (discount.amountMinor > 0) y = row(page, y, 'Discount', `− ${amount(discount, issuer)}`);
  if (tax.amountMinor > 0)
    y = row(page, y, `${invoice.taxName} ${invoice.taxBasisPoints / 100} %`, amount(tax, issuer));
  y = row(page, y + 2, 'Total', amount(total, issuer), { size: 12, weight: 'bold' });
  if (!pendingDiscount) return y;
  const note = `A discount of ${amount(pendingDiscount, issuer)} was asked for and is not decided yet.`;
  return page.write(note, { x: LEFT, y, width: WIDTH, size: 8, color: GREY });
}

function writePayments(page: PageWriter, { invoice, issuer, settled }: Receipt, top: number): number {
  const counted = invoice.payments.filter((payment) => settled.has(payment.id));
  const earlier = counted.slice(0, Math.max(0, counted.length - MAX_PAYMENTS));
  let y = top;
  if (counted.length > 0) y = row(page, y, 'Paid', '', { size: 8, color: GREY });
  if (earlier.length > 0) {
    const sum = earlier.reduce((total, payment) => total + (settled.get(payment.id) ?? 0), 0);
    y = row(page, y, `${earlier.length} earlier payments`, amount({ ...invoice.paid, amountMinor: sum }, issuer));
  }
  for (const payment of counted.slice(earlier.length)) {
    const when = shownDay(localDayOf(payment.paidAt, issuer.timezone), issuer.locale);
    const what = [when, methods[payment.method], payment.reference].filter(Boolean).join(' · ');
    const amountMinor = settled.get(payment.id) ?? 0;
    y = row(page, y, what, amount({ ...payment.amount, amountMinor }, issuer));
  }
  return row(page, y + 4, 'Balance due', amount(invoice.due, issuer), { size: 12, weight: 'bold' });
}

interface RowInk {
  size?: number;
  weight?: 'bold';
  color?: string;
}

function row(page: PageWriter, y: number, label: string, value: string, ink: RowInk = {}): number {
  page.write(value, { ...ink, x: LEFT + WIDTH * 0.7, y, width: WIDTH * 0.3, align: 'right', maxLines: 1 });
  return page.write(label, { ...ink, x: LEFT, y, width: WIDTH * 0.68, maxLines: 2 }) + 2;
}

const amount = (money: Money, { locale }: Issuer): string => formatMoney(money, locale);

function stateOf({ status, due }: Invoice): string {
  if (status === 'VOID') return 'VOID';
  return due.amountMinor === 0 ? 'PAID' : status === 'PARTLY_PAID' ? 'PARTLY PAID' : 'OPEN';
}

const localDayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));

const shownDay = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

export function printedLine({
  printedBy,
  printedAt,
  issuer,
}: Pick<Receipt, 'printedBy' | 'printedAt' | 'issuer'>): string {
  const { locale, timezone: timeZone } = issuer;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    printedAt,
  );
  return `Printed by ${printedBy} on ${moment}`;
}

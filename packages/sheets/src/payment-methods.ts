import { longestMeaning, plainWords, vocabularyOf } from './wording.ts';

export const paymentMethods = ['CASH', 'UPI', 'CARD', 'BANK_TRANSFER', 'ONLINE', 'OTHER'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

const METHODS = vocabularyOf<PaymentMethod>([
  ['CASH', 'cash, efectivo, bar, bargeld, especes, liquide, nakad, by cash, नकद'],
  [
    'UPI',
    `
      upi, gpay, g pay, googlepay, google pay, phonepe, phone pe, paytm, bhim, amazon pay, qr, qr
      code, cred, whatsapp pay
    `,
  ],
  [
    'CARD',
    `
      card, credit card, debit card, cc, dc, visa, mastercard, amex, rupay, pos, swipe, tarjeta,
      karte, ec karte, carte, credit, debit, swiped
    `,
  ],
  [
    'BANK_TRANSFER',
    `
      bank transfer, neft, imps, rtgs, wire, transfer, bank, net banking, netbanking, ach, sepa,
      bacs, standing order, direct debit, transferencia, uberweisung, virement, lastschrift, zelle,
      faster payment, direct deposit, interac, e transfer, etransfer
    `,
  ],
  [
    'ONLINE',
    `
      online, stripe, razorpay, paypal, payment link, link, website, web, square, apple pay, payu,
      cashfree, online payment, venmo, gateway, instamojo
    `,
  ],
  ['OTHER', 'cheque, check, chq, other, voucher, gift card, scheck, dd, demand draft, adjusted'],
]);

/** How somebody paid, or null for words nobody agreed on. */
export function parsePaymentMethod(text: string): PaymentMethod | null {
  return longestMeaning(plainWords(text), METHODS)?.meaning ?? null;
}

'use client';

import type { Invoice, Payment } from '@cartwheel/contracts';
import { ActionIcon, Menu, Table } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoneyText } from '../../components/money.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { isVoidable, type LedgerRow, ledgerOf, refundableOf } from './ledger.ts';
import styles from './payments.module.css';
import { RefundSheet } from './refund-sheet.tsx';
import { VoidPaymentSheet } from './void-sheets.tsx';

export function PaymentsLedger({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('payments');
  const rows = ledgerOf(invoice.total.amountMinor, invoice.payments);
  return (
    <section className={`cw-card ${styles.section}`}>
      <h2>{t('ledger')}</h2>
      {rows.length === 0 ? (
        <p className={styles.muted}>{t('noPaymentsYet')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('ledger')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('column.paidAt')}</Table.Th>
                <Table.Th scope="col">{t('column.method')}</Table.Th>
                <Table.Th scope="col" className={styles.end}>
                  {t('column.amount')}
                </Table.Th>
                <Table.Th scope="col" className={styles.end}>
                  {t('column.balance')}
                </Table.Th>
                <Table.Th scope="col">{t('column.acts')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <LedgerLine key={row.payment.id} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

function LedgerLine({ row: { payment, balanceMinor } }: { row: LedgerRow }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { currency } = payment.amount;
  const credit = balanceMinor !== null && balanceMinor < 0;
  const balance = balanceMinor !== null && format.money({ amountMinor: Math.abs(balanceMinor), currency });
  return (
    <Table.Tr className={payment.voidedAt ? styles.void : undefined}>
      <Table.Td>
        {format.dateTime(payment.paidAt)}
        {payment.recordedBy && <div className={styles.muted}>{t('recordedBy', { name: payment.recordedBy.name })}</div>}
      </Table.Td>
      <Table.Td data-keeps>
        {t(`method.${payment.method}`)} <bdi>{payment.reference}</bdi>
        <PaymentState payment={payment} />
      </Table.Td>
      <Table.Td className={styles.end}>
        <MoneyText money={payment.amount} />
      </Table.Td>
      <Table.Td className={styles.end}>
        <span className="cw-number">{credit ? t('credit', { amount: balance || '' }) : balance}</span>
      </Table.Td>
      <Table.Td data-keeps>
        <PaymentMenu payment={payment} />
      </Table.Td>
    </Table.Tr>
  );
}

function PaymentState({ payment }: { payment: Payment }) {
  const t = useTranslations('payments');
  const reason = payment.voidReason ?? payment.reason;
  const isRefund = payment.refundsPaymentId !== null;
  if (!payment.voidedAt && !isRefund) return null;
  return (
    <div>
      <StatusChip tone={payment.voidedAt ? 'ink' : 'warn'}>{t(payment.voidedAt ? 'voided' : 'refund')}</StatusChip>{' '}
      <bdi>{reason}</bdi>
    </div>
  );
}

function PaymentMenu({ payment }: { payment: Payment }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { may } = useSession();
  const [asked, setAsked] = useState<'void' | 'refund' | null>(null);
  const close = () => setAsked(null);
  const refundable = refundableOf(payment);
  if (!may('payments:void') || (refundable === 0 && !isVoidable(payment))) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('actsOn', { amount: format.money(payment.amount) })}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {refundable > 0 && <Menu.Item onClick={() => setAsked('refund')}>{t('refundAct')}</Menu.Item>}
          {isVoidable(payment) && <Menu.Item onClick={() => setAsked('void')}>{t('voidPayment')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asked === 'void' && <VoidPaymentSheet payment={payment} onClose={close} />}
      {asked === 'refund' && <RefundSheet payment={payment} refundable={refundable} onClose={close} />}
    </>
  );
}

'use client';

import type { Invoice } from '@cartwheel/contracts';
import { Button, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { MoneyText } from '../../components/money.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { installmentTone } from './money-words.ts';
import styles from './payments.module.css';

const ScheduleSheet = dynamic(() => import('./schedule-sheet.tsx').then((module) => module.ScheduleSheet), {
  ssr: false,
});

/** When the invoice falls due, part by part; what is still due can be planned anew. */
export function InstallmentsCard({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { may } = useSession();
  const [isPlanning, setPlanning] = useState(false);
  const { installments } = invoice;
  const mayPlan = may('payments:record') && invoice.due.amountMinor > 0 && invoice.status !== 'VOID';
  if (installments.length === 0 && !mayPlan) return null;
  return (
    <section className={`cw-card ${styles.section}`}>
      <h2>{t('installments')}</h2>
      {installments.length === 0 ? (
        <p className={styles.muted}>{t('dueAtOnce')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('installments')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('column.dueOn')}</Table.Th>
                <Table.Th scope="col" className={styles.end}>
                  {t('column.amount')}
                </Table.Th>
                <Table.Th scope="col" className={styles.end}>
                  {t('paid')}
                </Table.Th>
                <Table.Th scope="col">{t('column.status')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {installments.map((part) => (
                <Table.Tr key={part.id}>
                  <Table.Td>{format.date(part.dueDate)}</Table.Td>
                  <Table.Td className={styles.end}>
                    <MoneyText money={part.amount} />
                  </Table.Td>
                  <Table.Td className={styles.end}>
                    <MoneyText money={part.paid} />
                  </Table.Td>
                  <Table.Td data-keeps>
                    <StatusChip tone={installmentTone[part.status]}>{t(`installment.${part.status}`)}</StatusChip>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {mayPlan && (
        <div>
          <Button variant="default" onClick={() => setPlanning(true)}>
            {t(installments.length === 0 ? 'planInstallments' : 'changeInstallments')}
          </Button>
        </div>
      )}
      {isPlanning && <ScheduleSheet invoice={invoice} onClose={() => setPlanning(false)} />}
    </section>
  );
}

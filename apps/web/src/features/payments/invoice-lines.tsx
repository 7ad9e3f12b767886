'use client';

import type { Invoice } from '@cartwheel/contracts';
import { Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MoneyText } from '../../components/money.tsx';
import styles from './payments.module.css';

export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('payments');
  return (
    <section className={`cw-card ${styles.section}`}>
      <h2>{t('lines')}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('lines')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('column.line')}</Table.Th>
              <Table.Th scope="col" className={styles.end}>
                {t('column.quantity')}
              </Table.Th>
              <Table.Th scope="col" className={styles.end}>
                {t('column.unitPrice')}
              </Table.Th>
              <Table.Th scope="col" className={styles.end}>
                {t('column.amount')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invoice.lines.map((line, index) => (
              <Table.Tr key={index}>
                <Table.Td>
                  <bdi>{line.description}</bdi>
                </Table.Td>
                <Table.Td className={styles.end}>{line.quantity}</Table.Td>
                <Table.Td className={styles.end}>
                  <MoneyText money={line.unitPrice} />
                </Table.Td>
                <Table.Td className={styles.end}>
                  <MoneyText money={line.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

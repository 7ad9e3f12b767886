'use client';

import type { Import } from '@cartwheel/contracts';
import { Table, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import { useFieldNames } from './field-names.ts';
import styles from './imports.module.css';
import type { ImportActs } from './queries.ts';

/** Words of the file and what they become; what is typed here wins. */
export function ValueTranslations({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const nameOf = useFieldNames();
  const set = (field: string, value: string, becomes: string) => {
    const ofField = { ...found.valueMap[field], [value]: becomes };
    acts.change({ valueMap: { ...found.valueMap, [field]: ofField } });
  };
  return (
    <div
      className={styles.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="group"
      aria-label={t('translations', { count: found.values.length })}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('column.field')}</Table.Th>
            <Table.Th scope="col">{t('column.written')}</Table.Th>
            <Table.Th scope="col">{t('column.rows')}</Table.Th>
            <Table.Th scope="col">{t('column.becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.values.map((one) => (
            <Table.Tr key={`${one.field} ${one.value}`}>
              <Table.Td>{nameOf(one.field)}</Table.Td>
              <Table.Td>
                <bdi>{one.value}</bdi>
              </Table.Td>
              <Table.Td>{format.number(one.count)}</Table.Td>
              <Table.Td>
                <TextInput
                  key={one.becomes}
                  aria-label={t('becomesLabel', { value: one.value })}
                  defaultValue={one.becomes ?? ''}
                  error={one.becomes === null}
                  maxLength={200}
                  onBlur={({ currentTarget: { value } }) => {
                    if (value.trim() && value.trim() !== one.becomes) set(one.field, one.value, value.trim());
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

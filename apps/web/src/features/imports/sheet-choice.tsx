'use client';

import type { Import } from '@cartwheel/contracts';
import { Button, Group, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MultiChoiceChips } from '../../components/choice-chips.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './imports.module.css';
import type { ImportActs } from './queries.ts';

export function SheetChoice({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const [row, setRow] = useState(String(found.headerRow ?? ''));
  const number = Number(row);
  const isRow = Number.isInteger(number) && number >= 1;
  return (
    <div className={styles.question}>
      {found.sheets.length > 1 && (
        <MultiChoiceChips
          label={t('whichSheets')}
          values={found.sheet}
          disabled={acts.isChanging}
          onChange={(sheet) => sheet.length > 0 && acts.change({ sheet })}
          choices={found.sheets.map(({ name, rows, hidden }) => ({
            value: name,
            label: <bdi>{name}</bdi>,
            note: t(hidden ? 'hiddenSheet' : 'sheetRows', { count: format.number(rows) }),
          }))}
        />
      )}
      <Group align="end" gap={8}>
        <TextInput
          label={t('headerRow')}
          inputMode="numeric"
          w={160}
          value={row}
          onChange={(event) => setRow(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={acts.isChanging}
          disabled={!isRow || number === found.headerRow}
          onClick={() => acts.change({ headerRow: number })}
        >
          {t('readAgain')}
        </Button>
      </Group>
      <p className={styles.muted}>{t('headerRowHint')}</p>
    </div>
  );
}

'use client';

import type { Import } from '@cartwheel/contracts';
import { NativeSelect, Table, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useLevelWords } from '../../components/skill-level.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { levels } from '../../lib/skill-levels.ts';
import { useFieldNames } from './field-names.ts';
import styles from './imports.module.css';
import { type ImportActs, useBatches, useSkillNames } from './queries.ts';

type Value = Import['values'][number];
interface Choice {
  value: string;
  label: string;
}
const marks = ['PRESENT', 'LATE', 'ABSENT', 'EXCUSED', 'MAKEUP', 'TRIAL'] as const;

/** Words of the file and what they become; what is typed here wins. */
export function ValueTranslations({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const nameOf = useFieldNames();
  const choicesOf = useChoices(found);
  const set = ({ field, value }: Value, becomes: string) => {
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
                <Becomes one={one} choices={choicesOf[one.field]} onChange={(becomes) => set(one, becomes)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What a word can become, where that is one of a few. */
function useChoices({ defaults, kind }: Import): Partial<Record<string, Choice[]>> {
  const t = useTranslations('imports');
  const { word } = useLevelWords();
  const batches = useBatches();
  const skills = useSkillNames(kind === 'SKILLS' ? defaults['curriculum'] : undefined);
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  return {
    mark: marks.map((mark) => ({ value: mark, label: t(`mark.${mark}`) })),
    level: levels.map((level) => ({ value: level, label: word(level) })),
    batch: named(batches.map(({ name }) => name)),
    ...(skills.length > 0 && { skill: named(skills) }),
  };
}

interface BecomesProps {
  one: Value;
  choices: Choice[] | undefined;
  onChange: (becomes: string) => void;
}

function Becomes({ one, choices, onChange }: BecomesProps) {
  const t = useTranslations('imports');
  const label = t('becomesLabel', { value: one.value });
  const change = (typed: string) => {
    const becomes = typed.trim();
    if (becomes && becomes !== one.becomes) onChange(becomes);
  };
  if (choices) {
    return (
      <NativeSelect
        aria-label={label}
        value={one.becomes ?? ''}
        error={one.becomes === null}
        onChange={(event) => change(event.currentTarget.value)}
        data={[{ value: '', label: t('becomesWhat') }, ...choices]}
      />
    );
  }
  return (
    <TextInput
      key={one.becomes}
      aria-label={label}
      defaultValue={one.becomes ?? ''}
      error={one.becomes === null}
      maxLength={200}
      onBlur={(event) => change(event.currentTarget.value)}
    />
  );
}

'use client';

import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips, MultiChoiceChips } from '../../components/choice-chips.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { someDay } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { partsOfDay, weekdays, type WishValues } from './intake-values.ts';
import { useSources } from './queries.ts';

interface WishFieldsProps {
  values: WishValues;
  onChange: (changes: Partial<WishValues>) => void;
  errorAt: (path: string) => string | undefined;
}

/** Where they come from and when they could. */
export function WishFields({ values, onChange, errorAt }: WishFieldsProps) {
  const t = useTranslations('leads');
  const format = useFormatting();
  const sources = useSources();
  // An imported enquiry may come from where the settings name nothing.
  const [wasSource] = useState(values.source);
  return (
    <FormCard title={t('wishes')}>
      <ChoiceChips
        label={t('source')}
        value={values.source || null}
        onChange={(source) => onChange({ source })}
        choices={[...new Set([...sources, ...(wasSource ? [wasSource] : [])])].map((value) => ({
          value,
          label: value,
        }))}
        error={errorAt('source')}
      />
      <MultiChoiceChips
        label={t('preferredDays')}
        values={values.days}
        onChange={(days) => onChange({ days })}
        choices={weekdays.map((day) => ({ value: day, label: format.weekdayShort(someDay(day)) }))}
      />
      <MultiChoiceChips
        label={t('partOfDay')}
        values={values.times}
        onChange={(times) => onChange({ times })}
        choices={partsOfDay.map((part) => ({ value: part, label: t(`part.${part}`) }))}
      />
      <Textarea
        label={t('notesOptional')}
        maxLength={4000}
        rows={2}
        value={values.notes}
        error={errorAt('discoveryNotes')}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
      />
    </FormCard>
  );
}

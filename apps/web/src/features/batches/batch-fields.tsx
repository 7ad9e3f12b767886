'use client';

import type { Batch } from '@cartwheel/contracts';
import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { MultiChoiceChips } from '../../components/choice-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { BatchValues } from './batch-values.ts';
import { useBatchWords } from './batch-words.ts';
import styles from './batches.module.css';
import { useCurriculumChoices, useTrainers } from './queries.ts';

type Form = UseFormReturnType<BatchValues>;

interface BatchFieldsProps {
  form: Form;
  isReadOnly: boolean;
  /** What it learns now; it may be one that is not offered any more. */
  curriculum?: Batch['curriculum'];
}

export function BatchFields({ form, isReadOnly, curriculum = null }: BatchFieldsProps) {
  const t = useTranslations('batches');
  const disabled = isReadOnly;
  const number = { min: 0, allowDecimal: false, hideControls: true, inputMode: 'numeric', disabled } as const;
  return (
    <>
      <FormCard title={t('form.about')}>
        <TextInput label={t('form.name')} maxLength={120} disabled={disabled} {...form.getInputProps('name')} />
        <div className={styles.two}>
          <NumberInput label={t('form.ageMin')} max={120} {...number} {...form.getInputProps('ageMin')} />
          <NumberInput label={t('form.ageMax')} max={120} {...number} {...form.getInputProps('ageMax')} />
        </div>
      </FormCard>
      <When form={form} isReadOnly={isReadOnly} />
      <FormCard title={t('form.who')}>
        <NumberInput label={t('form.capacity')} max={500} {...number} {...form.getInputProps('capacity')} />
        <Trainers form={form} isReadOnly={isReadOnly} />
      </FormCard>
      <Learns form={form} isReadOnly={isReadOnly} curriculum={curriculum} />
    </>
  );
}

function Learns({ form, isReadOnly, curriculum = null }: BatchFieldsProps) {
  const t = useTranslations('batches');
  const { may } = useSession();
  const choices = useCurriculumChoices(may('curricula:read'));
  if (!may('curricula:read')) return null;
  const isOffered = !curriculum || choices.some(({ id }) => id === curriculum.id);
  const offered = isOffered ? choices : [curriculum, ...choices];
  return (
    <FormCard title={t('form.learns')}>
      <Select
        label={t('form.curriculum')}
        description={t('form.curriculumHint')}
        placeholder={t('form.noCurriculum')}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        searchable={offered.length > 8}
        clearButtonProps={{ 'aria-label': t('form.clearCurriculum') }}
        disabled={isReadOnly}
        value={form.values.curriculumId}
        onChange={(id) => form.setFieldValue('curriculumId', id)}
        error={form.errors['curriculumId']}
      />
    </FormCard>
  );
}

function When({ form, isReadOnly }: { form: Form; isReadOnly: boolean }) {
  const t = useTranslations('batches');
  const words = useBatchWords();
  const disabled = isReadOnly;
  return (
    <FormCard title={t('form.when')}>
      <MultiChoiceChips
        label={t('form.days')}
        choices={words.week.map((day) => ({ value: day, label: words.day(day) }))}
        values={form.values.daysOfWeek}
        onChange={(days) => form.setFieldValue('daysOfWeek', days)}
        error={form.errors['daysOfWeek']}
        disabled={disabled}
      />
      <div className={styles.two}>
        <TextInput type="time" label={t('form.start')} disabled={disabled} {...form.getInputProps('startTime')} />
        <TextInput type="time" label={t('form.end')} disabled={disabled} {...form.getInputProps('endTime')} />
      </div>
      <div className={styles.two}>
        <DateField
          label={t('form.startsOn')}
          disabled={disabled}
          {...form.getInputProps('startsOn')}
          value={form.values.startsOn}
        />
        <DateField
          label={t('form.endsOn')}
          disabled={disabled}
          {...form.getInputProps('endsOn')}
          value={form.values.endsOn}
        />
      </div>
    </FormCard>
  );
}

function Trainers({ form, isReadOnly }: { form: Form; isReadOnly: boolean }) {
  const t = useTranslations('batches');
  const terms = useTerms();
  const colleagues = useTrainers();
  const chosen = form.values.trainerUserIds;
  const offered = colleagues?.filter(({ id, role }) => role !== 'COUNSELOR' || chosen.includes(id));
  if (!offered) return null;
  if (offered.length === 0) return <p>{t('form.noTrainers')}</p>;
  /** The order of choosing counts: the first one takes the classes. */
  const choose = (ids: readonly string[]) => {
    const kept = chosen.filter((id) => ids.includes(id));
    form.setFieldValue('trainerUserIds', [...kept, ...ids.filter((id) => !chosen.includes(id))]);
  };
  return (
    <div>
      <MultiChoiceChips
        label={t('form.trainers', terms)}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
        values={chosen}
        onChange={choose}
        error={form.errors['trainerUserIds']}
        disabled={isReadOnly}
      />
      {!isReadOnly && <p>{t('form.trainersHint')}</p>}
    </div>
  );
}

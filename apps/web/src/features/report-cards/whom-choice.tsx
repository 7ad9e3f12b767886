'use client';

import { NativeSelect, Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { useBatches, useStudentsNamed } from './queries.ts';

/** A batch, or one student of any. */
export function WhomChoice() {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const { values, change } = useUrlState({ batch: '', student: '' });
  const batches = useBatches().map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <NativeSelect
        label={t('batch', terms)}
        value={values.batch}
        onChange={(event) => change({ batch: event.currentTarget.value, student: '' })}
        data={[{ value: '', label: t('chooseBatch', terms) }, ...batches]}
      />
      {!values.batch && <StudentChoice value={values.student} onChange={(student) => change({ student })} />}
    </>
  );
}

function StudentChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const [typed, setTyped] = useState('');
  const students = useStudentsNamed(typed);
  return (
    <Select
      label={t('student', terms)}
      placeholder={t('findStudent')}
      searchable
      clearable
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      onSearchChange={setTyped}
      data={students.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t('noStudent')}
    />
  );
}

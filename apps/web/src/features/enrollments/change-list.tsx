'use client';

import { useTranslations } from 'next-intl';
import { QueryView } from '../../components/query-view.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { type Enrollment, useChanges } from './queries.ts';

export function ChangeList({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const changes = useChanges(enrollment);
  return (
    <QueryView query={changes} failure={t('changesFailed')}>
      {(entries) => <Timeline entries={entries} />}
    </QueryView>
  );
}

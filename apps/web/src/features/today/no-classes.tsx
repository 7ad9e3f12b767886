'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Empty } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';

export function NoClasses({ isToday, next }: { isToday: boolean; next: ClassSession | null }) {
  const t = useTranslations('today');
  const format = useFormatting();
  const path = useCenterPath();
  const when = next && t('next', { day: format.day(next.date), time: format.time(next.startsAt), name: next.name });
  return (
    <Empty
      title={t(isToday ? 'noneToday' : 'none')}
      text={when}
      action={
        <Button component={Link} href={path('schedule')} prefetch={false} variant="default">
          {t('openSchedule')}
        </Button>
      }
    />
  );
}

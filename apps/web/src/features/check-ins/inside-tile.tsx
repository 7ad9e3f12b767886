'use client';

import { useTranslations } from 'next-intl';
import { NumberTile } from '../../components/number-tile.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useOccupancy } from './queries.ts';

/** "In the building now: 14", live; opens the list of who they are. */
export function InsideTile() {
  const t = useTranslations('check-ins');
  const format = useFormatting();
  const path = useCenterPath();
  const { may } = useSession();
  const { data } = useOccupancy(may('check-ins:record'));
  if (!data) return null;
  return (
    <NumberTile label={t('view.inside')} value={format.number(data.count)} href={`${path('check-ins')}?view=inside`} />
  );
}

'use client';

import { Button } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import type { Answer } from '../../lib/operations.ts';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import styles from './check-ins.module.css';
import { DoorLog } from './door-log.tsx';
import { InsideList } from './inside-list.tsx';
import { useOccupancy } from './queries.ts';

const views = ['log', 'inside'] as const;
const countsOf = ({ count, cameToday, leftToday }: Answer<'getOccupancy'>) => ({ count, cameToday, leftToday });

/** What happened at the door, and who is in the building now. */
export function CheckInsScreen() {
  const t = useTranslations('check-ins');
  const path = useCenterPath();
  const { may } = useSession();
  const { values, change } = useUrlState({ view: 'log' });
  const occupancy = useOccupancy(may('check-ins:record'));
  if (!may('check-ins:record')) return <Forbidden isPage />;
  const view = views.find((name) => name === values.view) ?? 'log';
  const count = occupancy.data?.count;
  return (
    <>
      <PageHeader
        title={t('title')}
        {...(occupancy.data && { subtitle: t('house', countsOf(occupancy.data)) })}
        actions={
          <Button
            component={Link}
            href={path('kiosk')}
            prefetch={false}
            leftSection={<IconDeviceTablet size={20} aria-hidden />}
          >
            {t('openKiosk')}
          </Button>
        }
      />
      <div className={styles.views}>
        <ChoiceChips
          label={t('view.label')}
          hideLabel
          value={view}
          onChange={(next) => change({ view: next })}
          choices={[
            { value: 'log', label: t('view.log') },
            { value: 'inside', label: t('view.inside'), ...(count !== undefined && { note: <b>{count}</b> }) },
          ]}
        />
      </div>
      {view === 'log' ? <DoorLog /> : <InsideList occupancy={occupancy} />}
    </>
  );
}

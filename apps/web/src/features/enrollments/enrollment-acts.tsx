'use client';

import { Button } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { useCenterPath } from '../../lib/center-path.ts';
import { useShortcut } from '../../components/shortcuts.tsx';
import { useSession } from '../../lib/session.tsx';
import { CancelSheet } from './cancel-sheet.tsx';
import { ClassesSheet } from './classes-sheet.tsx';
import { isOpen } from './enrollment-words.tsx';
import { FreezeSheet } from './freeze-sheet.tsx';
import type { Enrollment } from './queries.ts';

/** What an admin does with a plan that runs; renewing is for the desk as well. */
export function EnrollmentActs({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const path = useCenterPath();
  const { may } = useSession();
  const [asked, setAsked] = useState<'freeze' | 'classes' | 'cancel' | null>(null);
  const mayChange = may('enrollments:write') && isOpen(enrollment);
  const mayFreeze = mayChange && enrollment.freezeDaysUsed < enrollment.freezeDaysAllowed;
  useShortcut('f', t('freeze'), () => setAsked('freeze'), mayFreeze);
  const mayRenew = may('renewals:write') && enrollment.status !== 'CANCELLED';
  const close = () => setAsked(null);
  return (
    <>
      {mayChange && (
        <>
          <Button variant="subtle" color="bad" onClick={() => setAsked('cancel')}>
            {t('cancel')}
          </Button>
          <Button variant="default" onClick={() => setAsked('classes')}>
            {t('changeClasses')}
          </Button>
        </>
      )}
      {mayRenew && (
        <Button component={Link} href={path('renewals', enrollment.id, 'renew')} prefetch={false} variant="default">
          {t('renew')}
        </Button>
      )}
      {mayFreeze && (
        <Button leftSection={<IconSnowflake size={18} aria-hidden />} onClick={() => setAsked('freeze')}>
          {t('freeze')}
        </Button>
      )}
      {asked === 'freeze' && <FreezeSheet enrollment={enrollment} onClose={close} />}
      {asked === 'classes' && <ClassesSheet enrollment={enrollment} onClose={close} />}
      {asked === 'cancel' && <CancelSheet enrollment={enrollment} onClose={close} />}
    </>
  );
}

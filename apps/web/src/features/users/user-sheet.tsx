'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { AssignmentsForm } from './assignments-form.tsx';
import { PersonForm } from './person-form.tsx';
import { type Colleague, useStaffActs } from './queries.ts';
import { statusTone } from './staff-words.ts';
import styles from './users.module.css';

export function UserSheet({ user, onClose }: { user: Colleague; onClose: () => void }) {
  const t = useTranslations('users');
  const format = useFormatting();
  const { may, isSuperAdmin } = useSession();
  const acts = useStaffActs(user);
  // What the API explains in its own sentence ("the last admin …") is said in that sentence.
  const said = acts.problem instanceof ApiProblem ? acts.problem.detail : undefined;
  const mayChange = may('users:manage') && (isSuperAdmin || !user.isSuperAdmin);
  return (
    <Sheet title={user.name} isOpen onClose={onClose} side="right">
      <div className={styles.form}>
        <Group gap={8}>
          <StatusChip tone={statusTone[user.status]}>{t(`status.${user.status}`)}</StatusChip>
          <bdi>{user.email}</bdi>
          <span className={styles.muted}>
            {user.lastSeenAt ? t('lastSeen', { when: format.dateTime(user.lastSeenAt) }) : t('neverSeen')}
          </span>
        </Group>
        <ProblemNotice problem={acts.problem} {...(said && { words: { invalid_transition: said, forbidden: said } })} />
        {user.isSuperAdmin && <p className={styles.muted}>{t('may.SUPER_ADMIN')}</p>}
        {mayChange && !user.isSuperAdmin && <AssignmentsForm key={user.version} user={user} acts={acts} />}
        {mayChange && <PersonForm key={`person ${user.version}`} user={user} acts={acts} />}
        {mayChange && <StatusButtons user={user} acts={acts} />}
      </div>
    </Sheet>
  );
}

function StatusButtons({ user, acts }: { user: Colleague; acts: ReturnType<typeof useStaffActs> }) {
  const t = useTranslations('users');
  const confirm = useConfirm();
  const { user: me } = useSession();
  const { name } = user;
  const say = (act: Promise<unknown>, words: string) =>
    act.then(
      () => toast.done(words),
      () => {},
    );
  const deactivate = async () => {
    const isSure = await confirm({
      title: t('deactivateTitle', { name }),
      consequence: t('deactivateConsequence', { name }),
      confirmLabel: t('deactivate'),
      isDangerous: true,
    });
    if (isSure) await say(acts.setStatus('INACTIVE'), t('deactivated', { name }));
  };
  return (
    <Group gap={8}>
      {user.status === 'INVITED' && (
        <Button
          variant="default"
          loading={acts.isResending}
          onClick={() => void say(acts.resend(), t('resent', { name }))}
        >
          {t('resend')}
        </Button>
      )}
      {user.status === 'INACTIVE' && (
        <Button
          loading={acts.isSettingStatus}
          onClick={() => void say(acts.setStatus('ACTIVE'), t('activated', { name }))}
        >
          {t('activate')}
        </Button>
      )}
      {user.status !== 'INACTIVE' && user.id !== me.id && (
        <Button variant="subtle" color="bad" loading={acts.isSettingStatus} onClick={() => void deactivate()}>
          {t('deactivate')}
        </Button>
      )}
    </Group>
  );
}

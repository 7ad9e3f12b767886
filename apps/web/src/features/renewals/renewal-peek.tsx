'use client';

import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { LostSheet } from '../../components/lost-sheet.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { PeekFacts } from './peek-facts.tsx';
import { PeekHistory } from './peek-history.tsx';
import { PeekTalk } from './peek-talk.tsx';
import { type LostReason, type RenewalDetail, useRenewal, useRenewalActs } from './queries.ts';
import { lostReasons } from './lost-reasons.ts';
import styles from './renewals.module.css';

interface RenewalPeekProps {
  enrollmentId: string;
  /** Beside the list where there is room; else over it. */
  isBeside: boolean;
  onClose: () => void;
}

export function RenewalPeek({ enrollmentId, isBeside, onClose }: RenewalPeekProps) {
  const t = useTranslations('renewals');
  const renewal = useRenewal(enrollmentId);
  const name = renewal.data?.studentName ?? '';
  const content = (
    <QueryView query={renewal} failure={t('openFailed')}>
      {(data) => <Content renewal={data} />}
    </QueryView>
  );
  if (!isBeside) {
    return (
      <Sheet title={name} isOpen onClose={onClose} side="right">
        {content}
      </Sheet>
    );
  }
  return (
    <Beside name={name} onClose={onClose}>
      {content}
    </Beside>
  );
}

function Beside({ name, onClose, children }: { name: string; onClose: () => void; children: ReactNode }) {
  const t = useTranslations('renewals');
  useShortcut('Escape', t('peek.close'), onClose);
  return (
    <aside className={`cw-card ${styles.peek}`} aria-label={t('peek.label', { name })}>
      <header className={styles.peekHead}>
        <h2 dir="auto">{name}</h2>
        <ActionIcon aria-label={t('peek.close')} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </header>
      {children}
    </aside>
  );
}

function Content({ renewal }: { renewal: RenewalDetail }) {
  const { may } = useSession();
  const [isLosing, setLosing] = useState(false);
  const isOpen = may('renewals:write') && !renewal.renewed && renewal.status !== 'CANCELLED';
  return (
    <div className={styles.peekBody}>
      <PeekFacts renewal={renewal} isOpen={isOpen} />
      {isOpen && <Ways renewal={renewal} onLose={() => setLosing(true)} />}
      {isOpen && !renewal.lost && <PeekTalk renewal={renewal} onNotRenewing={() => setLosing(true)} />}
      <PeekHistory contacts={renewal.contacts} />
      {isLosing && <Losing renewal={renewal} onClose={() => setLosing(false)} />}
    </div>
  );
}

function Ways({ renewal, onLose }: { renewal: RenewalDetail; onLose: () => void }) {
  const t = useTranslations('renewals');
  const path = useCenterPath();
  const textOf = useProblemText();
  const { reopen, isBusy } = useRenewalActs(renewal.enrollmentId);
  const takeUp = () =>
    reopen().then(
      () => toast.done(t('reopened', { name: renewal.studentName })),
      (problem: unknown) => problem instanceof Error && toast.failed(textOf(problem)),
    );
  return (
    <div className={styles.ways}>
      <Button component={Link} href={path('renewals', renewal.enrollmentId, 'renew')} prefetch={false} size="lg">
        {t('peek.renew')}
      </Button>
      {renewal.lost ? (
        <Button variant="default" size="lg" loading={isBusy} onClick={() => void takeUp()}>
          {t('peek.reopen')}
        </Button>
      ) : (
        <Button variant="light" color="bad" size="lg" onClick={onLose}>
          {t('peek.lose')}
        </Button>
      )}
    </div>
  );
}

function Losing({ renewal, onClose }: { renewal: RenewalDetail; onClose: () => void }) {
  const t = useTranslations('renewals');
  const textOf = useProblemText();
  const { lose, isBusy } = useRenewalActs(renewal.enrollmentId);
  const run = async (reason: LostReason, note: string) => {
    try {
      await lose({ reason, ...(note && { note }) });
      toast.done(t('lost', { name: renewal.studentName }));
      onClose();
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  return (
    <LostSheet
      title={t('loseName', { name: renewal.studentName })}
      submitLabel={t('markLost')}
      reasons={lostReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      isPending={isBusy}
      onLose={(reason, note) => void run(reason, note)}
      onClose={onClose}
    />
  );
}

'use client';

import { IconScan } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { mayOpen } from '../../lib/destinations.ts';
import { leaveTo } from '../../lib/leave.ts';
import { useSession } from '../../lib/session.tsx';
import { CameraView } from './camera-view.tsx';
import { KioskAnswerCard } from './kiosk-answer.tsx';
import { KioskBar } from './kiosk-bar.tsx';
import styles from './kiosk.module.css';
import { UnsentSheet } from './unsent-sheet.tsx';
import { useKiosk } from './use-kiosk.ts';
import { useOwnDocument } from './use-own-document.ts';
import { useWedge } from './use-wedge.ts';

interface KioskScreenProps {
  /** Finds somebody by name, for whoever forgot the pass. */
  search: (onChoose: (person: { id: string; name: string }) => void, hint: string) => ReactNode;
  /** Asks who is signed in for the password before the kiosk is left. */
  unlock: (acts: { onUnlocked: () => void; onClose: () => void }) => ReactNode;
}

export function KioskScreen(props: KioskScreenProps) {
  const t = useTranslations('check-ins');
  const { may } = useSession();
  if (!mayOpen('kiosk', may)) return <Forbidden who={t('whoMayKiosk')} isPage />;
  return <Kiosk {...props} />;
}

function Kiosk({ search, unlock }: KioskScreenProps) {
  const t = useTranslations('check-ins');
  const path = useCenterPath();
  const kiosk = useKiosk();
  const [open, setOpen] = useState<'search' | 'unsent' | 'unlock' | null>(null);
  const close = () => setOpen(null);
  const scan = (code: string) => {
    if (open === 'unlock') return;
    close();
    void kiosk.record({ code });
  };
  useWedge(scan);
  useOwnDocument();
  return (
    <div className={styles.kiosk}>
      <KioskBar
        kiosk={kiosk}
        onSearch={() => setOpen('search')}
        onUnsent={() => setOpen('unsent')}
        onLeave={() => setOpen('unlock')}
      />
      <div className={styles.stage} role="status" aria-live="assertive">
        {kiosk.answer ? (
          <KioskAnswerCard answer={kiosk.answer} onClear={kiosk.clear} />
        ) : (
          <div className={styles.idle}>
            <IconScan className={styles.idleShape} stroke={1.2} aria-hidden />
            <p className={styles.headline}>{t(`show.${kiosk.direction}`)}</p>
            <p className={styles.line}>{t('showHow')}</p>
          </div>
        )}
      </div>
      <div className={styles.below}>
        <CameraView onScan={scan} />
      </div>
      <Sheet title={t('search')} isOpen={open === 'search'} onClose={close} side="right">
        {search(({ id, name }) => {
          close();
          void kiosk.record({ studentId: id, name });
        }, t('searchHint'))}
      </Sheet>
      <UnsentSheet queue={kiosk.queue} isOpen={open === 'unsent'} onClose={close} />
      {open === 'unlock' && unlock({ onUnlocked: () => leaveTo(path('today')), onClose: close })}
    </div>
  );
}

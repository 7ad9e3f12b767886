'use client';

import { Button, Skeleton, Stack } from '@mantine/core';
import { IconCloudOff, IconFilterOff, IconLock, IconMapPinOff, IconMoodEmpty } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { StateCard, type StateCardProps } from './state-card.tsx';
import styles from './state-views.module.css';

interface LoadingProps {
  /** Lines of about one row; give the real layout's skeleton as children where it differs. */
  rows?: number;
  children?: ReactNode;
}

/** Nothing for 150 ms, so that quick answers do not flicker; then the shape of what comes. */
export function Loading({ rows = 6, children }: LoadingProps) {
  const t = useTranslations('design');
  const isDue = useAfter(150);
  return (
    <div role="status" aria-live="polite" aria-busy="true" className={styles.loading}>
      <span className={styles.hidden}>{t('loading')}</span>
      {isDue &&
        (children ?? (
          <Stack gap={12} aria-hidden>
            {Array.from({ length: rows }, (_, index) => (
              <Skeleton key={index} height={44} radius="md" />
            ))}
          </Stack>
        ))}
    </div>
  );
}

function useAfter(milliseconds: number): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isDue;
}

interface EmptyProps {
  /** One sentence. */
  title: ReactNode;
  text?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
  icon?: StateCardProps['icon'];
}

export function Empty({ icon = IconMoodEmpty, ...rest }: EmptyProps) {
  return <StateCard icon={icon} {...rest} />;
}

/** Something exists, but not with these filters. */
export function FilteredEmpty({ title, onClear }: { title: ReactNode; onClear: () => void }) {
  const t = useTranslations('design');
  const clear = (
    <Button variant="default" onClick={onClear}>
      {t('clearFilters')}
    </Button>
  );
  return <StateCard icon={IconFilterOff} title={title} action={clear} />;
}

interface InsteadProps {
  /** In place of the whole page, which then has no other heading. */
  isPage?: boolean;
}

/** `who` says which role can, for example "Center admins can". */
export function Forbidden({ who, isPage = false }: InsteadProps & { who?: ReactNode }) {
  const t = useTranslations('design');
  return <StateCard icon={IconLock} title={t('forbiddenTitle')} text={who ?? t('forbiddenText')} isPage={isPage} />;
}

interface NotFoundProps extends InsteadProps {
  title?: ReactNode;
  action?: ReactNode;
}

/** Says nothing about whether it exists elsewhere. */
export function NotFound({ title, action, isPage = false }: NotFoundProps) {
  const t = useTranslations('design');
  const words = { title: title ?? t('notFoundTitle'), text: t('notFoundText') };
  return <StateCard icon={IconMapPinOff} {...words} action={action} isPage={isPage} />;
}

/** A band over the screen while the browser knows that there is no connection. */
export function OfflineBanner() {
  const t = useTranslations('design');
  const isOnline = useOnline();
  return (
    <div role="status" className={isOnline ? styles.hidden : styles.offline}>
      {!isOnline && (
        <>
          <IconCloudOff size={20} aria-hidden /> {t('offlineBanner')}
        </>
      )}
    </div>
  );
}

export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    update();
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return isOnline;
}

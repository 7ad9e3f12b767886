'use client';

import { IconAlertCircle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import styles from './toasts.module.css';

interface Toast {
  id: number;
  text: string;
  /** Errors stay until they are closed. */
  isError: boolean;
  onUndo?: () => void;
}

const SHOWN_MS = 6000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listen of listeners) listen();
}

function add(toast: Omit<Toast, 'id'>): void {
  last += 1;
  set([...toasts.slice(-2), { ...toast, id: last }]);
}

/** Says what happened, for six seconds, at the bottom left. */
export const toast = {
  done: (text: string) => add({ text, isError: false }),
  /** The act is done already; Undo does the opposite. */
  undoable: (text: string, onUndo: () => void) => add({ text, isError: false, onUndo }),
  failed: (text: string) => add({ text, isError: true }),
  clear: () => set([]),
};

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => listeners.delete(listen);
};
const none: readonly Toast[] = [];

/** Stands once, in the application's frame. */
export function Toasts() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <div className={styles.stack} role="status" aria-live="polite" aria-relevant="additions">
      {shown.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  );
}

function ToastCard({ toast: { id, text, isError, onUndo } }: { toast: Toast }) {
  const t = useTranslations('design');
  const close = () => set(toasts.filter((other) => other.id !== id));
  useEffect(() => {
    if (isError) return undefined;
    const timer = setTimeout(() => set(toasts.filter((other) => other.id !== id)), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isError]);
  const Icon = isError ? IconAlertCircle : IconCheck;
  return (
    <div className={styles.toast} data-error={isError || undefined}>
      <Icon size={20} aria-hidden />
      <span className={styles.text}>{text}</span>
      {onUndo && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            onUndo();
            close();
          }}
        >
          {t('undo')}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t('dismiss')} onClick={close}>
        <IconX size={18} aria-hidden />
      </button>
    </div>
  );
}

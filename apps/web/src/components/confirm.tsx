'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import type { ConfirmQuestion } from './confirm-dialog.tsx';

const ConfirmDialog = dynamic(() => import('./confirm-dialog.tsx').then((module) => module.ConfirmDialog), {
  ssr: false,
});

type Ask = (question: ConfirmQuestion) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

/**
 * `if (await confirm({ title, consequence, confirmLabel, isDangerous: true })) …`
 * Only for what cannot be undone; everything else acts at once and offers Undo.
 */
export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (!ask) throw new Error('useConfirm is used outside ConfirmProvider');
  return ask;
}

interface Asked {
  question: ConfirmQuestion;
  answer: (isSure: boolean) => void;
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('design');
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback<Ask>((question) => new Promise((resolve) => setAsked({ question, answer: resolve })), []);
  const settle = (isSure: boolean) => {
    asked?.answer(isSure);
    setAsked(null);
  };
  return (
    <ConfirmContext.Provider value={ask}>
      {children}
      {asked && (
        <ConfirmDialog {...asked.question} cancelLabel={asked.question.cancelLabel ?? t('cancel')} onSettle={settle} />
      )}
    </ConfirmContext.Provider>
  );
}

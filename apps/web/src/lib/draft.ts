'use client';

import { useCallback, useEffect, useState } from 'react';
import { useSession } from './session.tsx';

interface DraftOptions<Values> {
  /** One word for the form, for example `lead-intake`. */
  form: string;
  /** What is kept. Leave amounts of money out. */
  values: Values;
  isDirty: boolean;
  /** Puts an earlier draft back into the form. */
  restore: (values: Values) => void;
}

interface Kept<Values> {
  at: string;
  values: Values;
}

/** Keeps a half-filled form on this device, under this user, until it is saved or thrown away. */
export function useDraft<Values>({ form, values, isDirty, restore }: DraftOptions<Values>) {
  const { user } = useSession();
  const key = `cartwheel.draft.${user.id}.${form}`;
  const [kept, setKept] = useState<Kept<Values> | null>(() => readDraft<Values>(key));
  const written = JSON.stringify(values);

  useEffect(() => {
    if (!isDirty) return undefined;
    const timer = setTimeout(() => writeDraft(key, written), 400);
    return () => clearTimeout(timer);
  }, [key, written, isDirty]);

  const forget = useCallback(() => {
    removeDraft(key);
    setKept(null);
  }, [key]);

  return {
    /** When the draft that can be restored was written; null when there is none. */
    keptAt: kept?.at ?? null,
    restore: () => {
      if (kept) restore(kept.values);
      setKept(null);
    },
    /** Call after saving, or when the person throws the draft away. */
    forget,
  };
}

function readDraft<Values>(key: string): Kept<Values> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function writeDraft(key: string, values: string): void {
  try {
    localStorage.setItem(key, `{"at":${JSON.stringify(new Date().toISOString())},"values":${values}}`);
  } catch {
    // Full or forbidden storage: the form works, only the draft is not kept.
  }
}

function removeDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

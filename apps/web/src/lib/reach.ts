'use client';

import { useEffect, useState } from 'react';
import { useCenterIfAny } from './center.tsx';

/**
 * A phone as a link needs it: with its country. Numbers are shown as they were typed, and one without a country is of the
 * center's. What knows all numbering plans is loaded once the page is drawn and has nothing else to do.
 */
export function useE164(phone: string): string {
  const country = useCenterIfAny()?.country;
  const [known, setKnown] = useState<{ phone: string; e164: string }>();
  const isLocal = !phone.trim().startsWith('+');
  useEffect(() => {
    if (!isLocal || !country) return undefined;
    let isWanted = true;
    whenIdle(() => {
      void import('@cartwheel/domain/phone-links').then(({ e164Of }) => {
        const e164 = e164Of(phone, country);
        if (isWanted && e164) setKnown({ phone, e164 });
      });
    });
    return () => {
      isWanted = false;
    };
  }, [phone, country, isLocal]);
  return known?.phone === phone ? known.e164 : phone;
}

/** Not every browser says when it is idle. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}

'use client';

import dynamic from 'next/dynamic';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';

const OpenSheet = dynamic(() => import('./open-intro-sheet.tsx').then((module) => module.OpenIntroSheet), {
  ssr: false,
});

/**
 * Chooses a class for an intro visit, one tap. Any screen opens it by its address: `?intro=<lead>` books,
 * with `&visit=<intro visit>&day=<its day>` that one is moved.
 */
export function IntroSheet() {
  const { may } = useSession();
  const { values, clear } = useUrlState({ intro: '', visit: '', day: '' });
  if (!values.intro || !may('intros:write')) return null;
  return <OpenSheet key={values.intro} leadId={values.intro} visitId={values.visit} day={values.day} onClose={clear} />;
}

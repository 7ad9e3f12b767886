'use client';

import { useCenterIfAny } from '../../lib/center.tsx';
import { useSession } from '../../lib/session.tsx';
import type { Curriculum } from './queries.ts';

/** Where curricula are looked at: at headquarters, or in a center that also sees those of headquarters. */
export function useCurriculaPlace() {
  const center = useCenterIfAny();
  const { may } = useSession();
  const base = center ? `/c/${encodeURIComponent(center.slug)}/curricula` : '/hq/curricula';
  const mayWrite = may('curricula:write');
  return {
    isHq: center === null,
    list: base,
    page: (id: string) => `${base}/${encodeURIComponent(id)}`,
    mayWrite,
    mayChange: (curriculum: Curriculum) => mayWrite && curriculum.centerId === (center?.id ?? null),
  };
}

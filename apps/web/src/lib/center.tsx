'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { FormattingProvider } from './formatting.tsx';
import { newQueryClient } from './query-client.ts';
import { type Assignment, useSession } from './session.tsx';

export interface Center {
  id: string;
  slug: string;
  name: string;
  currency: string;
  timezone: string;
  country: string;
  locale: string;
  role: Assignment['role'];
}

const CenterContext = createContext<Center | null>(null);

/** The center in the URL. */
export function useCenter(): Center {
  const center = useContext(CenterContext);
  if (!center) throw new Error('useCenter is used outside CenterProvider');
  return center;
}

/** The same, on screens that also exist outside a center. */
export function useCenterIfAny(): Center | null {
  return useContext(CenterContext);
}

export function centerOf(assignment: Assignment): Center {
  const { centerId, centerSlug, centerName, currency, timezone, country, locale, role } = assignment;
  return { id: centerId, slug: centerSlug, name: centerName, currency, timezone, country, locale, role };
}

interface CenterProviderProps {
  slug: string;
  children: ReactNode;
  /** For a slug that this person has no center under. */
  missing: ReactNode;
}

/** Each center has its own cache: nothing of one can appear in the other after switching. */
export function CenterProvider({ slug, children, missing }: CenterProviderProps) {
  const { assignments } = useSession();
  const assignment = assignments.find((candidate) => candidate.centerSlug === slug);
  if (!assignment) return missing;
  return (
    <OneCenter key={assignment.centerId} center={centerOf(assignment)}>
      {children}
    </OneCenter>
  );
}

function OneCenter({ center, children }: { center: Center; children: ReactNode }) {
  const [queries] = useState(newQueryClient);
  return (
    <CenterContext.Provider value={center}>
      <QueryClientProvider client={queries}>
        <FormattingProvider locale={center.locale} timezone={center.timezone} currency={center.currency}>
          {children}
        </FormattingProvider>
      </QueryClientProvider>
    </CenterContext.Provider>
  );
}

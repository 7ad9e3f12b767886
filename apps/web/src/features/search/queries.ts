'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read } from '../../lib/operation-hooks.ts';
import type { Answer } from '../../lib/operations.ts';

export type Found = Answer<'search'>['items'][number];

const WAIT_MS = 120;
const SHORTEST_NAME = 2;
const SHORTEST_PHONE = 4;

/** What to ask for what was typed: a phone by its digits alone, a name as it is; null when it is too short. */
export function questionOf(typed: string): { q: string; isPhone: boolean } | null {
  const words = typed.trim();
  const digits = words.replace(/\D/g, '');
  const isPhone = /^[+\d][\d\s()./-]*$/.test(words);
  if (isPhone) return digits.length >= SHORTEST_PHONE ? { q: digits, isPhone } : null;
  return words.length >= SHORTEST_NAME ? { q: words, isPhone } : null;
}

/** People by name or phone. An answer that was overtaken by more typing is dropped. */
export function usePeopleSearch(typed: string) {
  const [settled] = useDebouncedValue(typed, WAIT_MS);
  const question = questionOf(settled);
  const result = useQuery({
    ...read('search', { query: { q: question?.q ?? '' } }),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return {
    people: question ? (result.data?.items ?? []) : [],
    error: question ? result.error : null,
    isSearching: question !== null && (result.isFetching || settled !== typed),
    isPhone: question?.isPhone ?? false,
    isAsked: question !== null && settled === typed && !result.isFetching && !result.error,
  };
}

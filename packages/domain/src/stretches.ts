import { addDays, type LocalDate } from './calendar.ts';

/** Days on which something says the same. */
export interface Stretch<Said> {
  from: LocalDate;
  /** Included; null: from then on. */
  until: LocalDate | null;
  said: Said;
}

/** What is said until a day, the day included. */
export type SaidUntil<Said> = Said & { until: LocalDate };

/** From a day on without a gap, the earliest first; `earlier` is in order. */
export function stretchesOf<Said>(
  said: Said,
  earlier: readonly SaidUntil<Said>[],
  firstDay: LocalDate,
): Stretch<Said>[] {
  const stretches: Stretch<Said>[] = [];
  let from = firstDay;
  for (const before of earlier) {
    if (before.until < from) continue;
    stretches.push({ from, until: before.until, said: before });
    from = addDays(before.until, 1);
  }
  return [...stretches, { from, until: null, said }];
}

/** The same, so that one of them begins on that day. */
export const splitAt = <Said>(stretches: readonly Stretch<Said>[], day: LocalDate): Stretch<Said>[] =>
  stretches.flatMap((stretch) => {
    const { from, until } = stretch;
    if (day <= from || (until && day > until)) return [stretch];
    return [
      { ...stretch, until: addDays(day, -1) },
      { ...stretch, from: day },
    ];
  });

/** All but the last, without what ends where nothing changes. */
export const earlierOf = <Said>(
  stretches: readonly Stretch<Said>[],
  isSame: (one: Said, other: Said) => boolean,
): SaidUntil<Said>[] =>
  stretches.flatMap(({ until, said }, index) => {
    const next = stretches[index + 1];
    return !until || !next || isSame(said, next.said) ? [] : [{ ...said, until }];
  });

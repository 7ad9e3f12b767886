import type { SessionNotice } from './session-notices.repository.ts';
import type { LocalTimes } from './session-times.rules.ts';

export interface Move {
  from: LocalTimes;
  to: SessionNotice;
}

/** A sentence for each time of the week that becomes another one: 'Tigers on Mondays from ... is on Tuesdays from ...'. */
export function becoming(moves: readonly Move[]): string[] {
  const alike = Map.groupBy(moves, ({ from, to }) => `${ofWeek(from)} ${ofWeek(to)}`);
  return [...alike.values()].map((group) => {
    const { from, to } = group[0]!;
    return `${to.sessionName}, which was to be on ${ofWeek(from)}, is on ${ofWeek(to)}, ${daysOf(group)}.`;
  });
}

const daysOf = (group: readonly Move[]) => {
  const { date } = group[0]!.to;
  return group.length > 1 ? `the first time on ${date}` : `namely on ${date}`;
};

const ofWeek = ({ date, startTime, endTime }: LocalTimes) => `${weekday(date)} from ${startTime} to ${endTime}`;

const weekday = (date: string) =>
  `${new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))}s`;

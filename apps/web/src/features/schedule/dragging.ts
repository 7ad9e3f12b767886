import { type DragEvent, useRef } from 'react';
import type { WallTimes } from './change-scope.ts';
import { minutesOf } from './span.ts';

/** Classes are dropped at quarters of an hour; other times are typed. */
export const STEP_MINUTES = 15;

/**
 * Where in a class it was taken, in whole steps. The library puts its start under the pointer; taking a class by
 * its middle and moving it aside would make it later. The preview follows by a CSS variable.
 */
export function useGrip(pixelsPerHour: number) {
  const minutes = useRef(0);
  const take = ({ target, currentTarget, clientY }: DragEvent<HTMLElement>) => {
    if (!(target instanceof HTMLElement)) return;
    const inside = ((clientY - target.getBoundingClientRect().top) / pixelsPerHour) * 60;
    minutes.current = Math.floor(inside / STEP_MINUTES) * STEP_MINUTES;
    currentTarget.style.setProperty('--grip', `${(minutes.current / 60) * pixelsPerHour}px`);
  };
  return { minutes, take };
}

/** As long as it was; null where it would not fit into the day. `pointer`: 'YYYY-MM-DD HH:mm:ss'. */
export function droppedAt(session: WallTimes, pointer: string, gripMinutes: number): WallTimes | null {
  const start = minutesOf(pointer.slice(11, 16)) - gripMinutes;
  const end = start + minutesOf(session.endTime) - minutesOf(session.startTime);
  if (start < 0 || end >= 24 * 60) return null;
  return { date: pointer.slice(0, 10), startTime: clock(start), endTime: clock(end) };
}

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

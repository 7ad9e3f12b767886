'use client';

import '@mantine/schedule/styles.css';
import type { ClassSession } from '@cartwheel/contracts';
import { DayView, MonthView, type ScheduleEventData, WeekView } from '@mantine/schedule';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { isMovable, isSameTime, type WallTimes } from './change-scope.ts';
import { droppedAt, STEP_MINUTES, useGrip } from './dragging.ts';
import { EventBody } from './event-body.tsx';
import styles from './schedule.module.css';
import { minutesOf, type View, wallNow } from './span.ts';

/** Of an hour, in pixels. */
const SLOT_HEIGHT = 80;

interface Dropped {
  eventId: string | number;
  newStart: string;
}

interface ScheduleGridProps {
  view: Exclude<View, 'agenda'>;
  date: string;
  weekStart: 0 | 1;
  sessions: readonly ClassSession[];
  onOpen: (sessionId: string) => void;
  onDay: (date: string) => void;
  /** Dropped at another time; nothing has happened yet. Without it nothing can be dragged. */
  onMove?: ((session: ClassSession, to: WallTimes) => void) | undefined;
}

/**
 * The calendar as a grid. Everything in it is wall time of the center as text: the library never sees an
 * instant, so that the browser's own zone cannot move a class.
 */
export function ScheduleGrid({ view, date, weekStart, sessions, onOpen, onDay, onMove }: ScheduleGridProps) {
  const t = useTranslations('schedule');
  const format = useFormatting();
  const byId = new Map(sessions.map((session) => [session.id, session]));
  // The library marks the browser's day; beside another day of the center that would be wrong.
  const [isTodayHere] = useState(() => format.today() === browserDay());
  const grip = useGrip(SLOT_HEIGHT);
  const { from, to } = hoursOf(sessions);
  const all = {
    date,
    events: sessions.map(eventOf),
    withHeader: false,
    onEventClick: ({ id }: ScheduleEventData) => onOpen(String(id)),
    renderEventBody: ({ id }: ScheduleEventData) => {
      const session = byId.get(String(id));
      return session && <EventBody session={session} isShort={view === 'month'} />;
    },
    labels: { timeSlot: t('grid.timeSlot'), weekday: t('grid.weekday'), allDay: t('grid.allDay'), moreLabel },
  };
  const timed = {
    startTime: from,
    endTime: to,
    slotLabelFormat: (moment: string) => format.clock(moment.slice(11, 16)),
    getCurrentTime: () => wallNow(format.timezone),
    slotHeight: SLOT_HEIGHT,
    radius: 'md',
    withEventsDragAndDrop: onMove !== undefined,
    eventDragInterval: STEP_MINUTES,
    canDragEvent: ({ id }: ScheduleEventData) => {
      const session = byId.get(String(id));
      return session !== undefined && isMovable(session, Date.now());
    },
    onEventDrop: ({ eventId, newStart }: Dropped) => {
      const session = byId.get(String(eventId));
      const to = session && droppedAt(session, newStart, grip.minutes.current);
      if (to && !isSameTime(session, to)) onMove?.(session, to);
    },
  };
  function moreLabel(count: number): string {
    return t('grid.more', { count });
  }
  if (view === 'month') {
    return (
      <div className={`${styles.grid} ${styles.month}`}>
        <MonthView
          {...all}
          highlightToday={isTodayHere}
          firstDayOfWeek={weekStart}
          weekdayFormat={(day) => format.weekday(day.slice(0, 10)).slice(0, 3)}
          maxEventsPerDay={3}
          consistentWeeks={false}
          weekendDays={[]}
          onDayClick={(day) => onDay(day.slice(0, 10))}
        />
      </div>
    );
  }
  return (
    <div className={styles.grid} onDragStart={grip.take}>
      {view === 'week' ? (
        <WeekView
          {...all}
          {...timed}
          firstDayOfWeek={weekStart}
          weekdayFormat={(day) => format.weekday(day.slice(0, 10)).slice(0, 3)}
          withWeekNumber={false}
          withAllDaySlots={false}
          weekendDays={[]}
          highlightToday={isTodayHere}
        />
      ) : (
        <DayView {...all} {...timed} withAllDaySlot={false} />
      )}
    </div>
  );
}

function eventOf(session: ClassSession): ScheduleEventData {
  return {
    id: session.id,
    title: session.name,
    start: `${session.date} ${session.startTime}:00`,
    end: `${session.date} ${session.endTime}:00`,
    color: session.status === 'CANCELLED' || session.status === 'DRAFT' ? 'ink' : 'brand',
    variant: 'light',
  };
}

/** Whole hours around what there is, at least the usual day, so that the evening is not below empty night. */
function hoursOf(sessions: readonly ClassSession[]): { from: string; to: string } {
  const starts = sessions.map((session) => Number(session.startTime.slice(0, 2)));
  const ends = sessions.map((session) => Math.ceil(minutesOf(session.endTime) / 60));
  const from = Math.min(9, ...starts);
  const to = Math.max(19, ...ends);
  return { from: hour(from), to: to >= 24 ? '23:59:59' : hour(to) };
}

const browserDay = () => dayIn(new Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());

const hour = (value: number) => `${String(value).padStart(2, '0')}:00:00`;

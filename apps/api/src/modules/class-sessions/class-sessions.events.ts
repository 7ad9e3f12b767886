export interface CancelledSession {
  sessionId: string;
  reason: string;
  /** Those who had a seat. */
  studentIds: string[];
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'class-session.cancelled': CancelledSession;
    /** It takes place at another time than those who have a seat were told. */
    'class-session.moved': { sessionId: string };
  }
}

import type { LocalTimes } from './session-times.rules.ts';

export interface CancelledSession {
  sessionId: string;
  reason: string;
  /** Those who had a seat. */
  studentIds: string[];
}

export interface MovedSession {
  sessionId: string;
  /** When it was to take place until now. */
  from: LocalTimes;
  /** Those who had a seat when it was moved. */
  studentIds: string[];
  /** Families hear of it with the other sessions of its batch. */
  together?: boolean;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'class-session.cancelled': CancelledSession;
    /** It takes place at another time than those who have a seat were told. */
    'class-session.moved': MovedSession;
    /** A batch was moved; each of its sessions has told so by itself as well. */
    'class-sessions.moved': { sessions: MovedSession[] };
  }
}

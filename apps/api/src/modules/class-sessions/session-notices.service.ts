import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { TimelineService } from '../timeline/index.ts';
import type { CancelledSession, MovedSession } from './class-sessions.events.ts';
import { type SessionNotice, SessionNoticesRepository } from './session-notices.repository.ts';
import { becoming, type Move } from './session-notices.rules.ts';
import { isSameTime, type LocalTimes } from './session-times.rules.ts';

/** Tells those who have a seat what became of their class. */
@Injectable()
export class SessionNoticesService {
  constructor(
    private readonly notices: SessionNoticesRepository,
    private readonly timeline: TimelineService,
    private readonly mailer: Mailer,
  ) {}

  async noteCancelled({ sessionId, reason, studentIds }: CancelledSession): Promise<void> {
    const session = await this.notices.session(sessionId);
    if (!session) return;
    const details = { sessionId, ...session };
    for (const studentId of studentIds)
      await this.timeline.record({ studentId, kind: 'class-session.cancelled', text: reason, details });
  }

  async noteMoved({ sessionId, from, studentIds }: MovedSession): Promise<void> {
    const session = await this.notices.session(sessionId);
    if (!session || isSameTime(session, from)) return;
    const details = { sessionId, ...session, from: from.date, fromTime: from.startTime };
    for (const studentId of await this.notices.stillSeated(sessionId, studentIds))
      await this.timeline.record({ studentId, kind: 'class-session.moved', details });
  }

  async tellCancelled({ sessionId, reason, studentIds }: CancelledSession, context: Context): Promise<void> {
    for (const notice of await this.notices.ofCancelled(context, sessionId, studentIds)) {
      const { sessionName, date, startTime, studentName } = notice;
      await this.send(notice, `${sessionName} on ${date} is cancelled`, [
        `${sessionName} on ${date} at ${startTime} does not take place: ${reason}`,
        `${studentName}'s seat was released. Visits that were used for it have been given back.`,
      ]);
    }
  }

  /** Names the time it has when the mail is written; who moved it back meanwhile has nothing to tell. */
  async tellMoved({ sessionId, from, studentIds, together }: MovedSession, context: Context): Promise<void> {
    if (together) return;
    for (const notice of await this.notices.ofMoved(context, sessionId, studentIds)) {
      if (isSameTime(notice, from)) continue;
      const { sessionName, studentName } = notice;
      await this.send(notice, `${sessionName} on ${from.date} takes place at another time`, [
        `${sessionName}, which was to be on ${spoken(from)}, is on ${spoken(notice)}.`,
        `${studentName} keeps the seat. If you cannot come then, tell the front desk.`,
      ]);
    }
  }

  /** One mail for each student, however many sessions were moved: which days and times become which. */
  async tellMovedTogether(sessions: readonly MovedSession[], context: Context): Promise<void> {
    const moves: Move[] = [];
    for (const { sessionId, from, studentIds } of sessions) {
      const notices = await this.notices.ofMoved(context, sessionId, studentIds);
      moves.push(...notices.filter((to) => !isSameTime(to, from)).map((to) => ({ from, to })));
    }
    for (const own of Map.groupBy(moves, ({ to }) => to.studentId).values()) {
      const { to: first } = own[0]!;
      await this.send(first, `${first.sessionName} takes place at another time from ${first.date} on`, [
        ...becoming(own),
        `${first.studentName} keeps the place. If you cannot come then, tell the front desk.`,
      ]);
    }
  }

  private send(notice: SessionNotice, subject: string, paragraphs: string[]): Promise<void> {
    const { email, guardianName, centerName } = notice;
    return this.mailer.send({ to: email, subject, paragraphs: [`Hello ${guardianName},`, ...paragraphs, centerName] });
  }
}

const spoken = ({ date, startTime, endTime }: LocalTimes) => `${date} from ${startTime} to ${endTime}`;

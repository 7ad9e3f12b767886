import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { type EventMap, On, Outside } from '../../platform/events/events.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { TimelineService } from '../timeline/index.ts';
import { CancelNoticesRepository } from './cancel-notices.repository.ts';
import './class-sessions.events.ts';
import { SessionPlanService } from './session-plan.service.ts';
import { SessionWritesRepository } from './session-writes.repository.ts';

@Injectable()
export class ClassSessionsHandlers {
  constructor(
    private readonly plan: SessionPlanService,
    private readonly sessions: SessionWritesRepository,
    private readonly notices: CancelNoticesRepository,
    private readonly timeline: TimelineService,
    private readonly mailer: Mailer,
  ) {}

  @On('night.fell')
  async completeYesterday() {
    await this.sessions.completePast();
  }

  @On('night.fell')
  async generateAhead() {
    await this.plan.generateAhead();
  }

  @On('class-session.cancelled')
  async noteCancelled({ sessionId, reason, studentIds }: EventMap['class-session.cancelled']) {
    const session = await this.notices.session(sessionId);
    if (!session) return;
    for (const studentId of studentIds) {
      await this.timeline.record({
        studentId,
        kind: 'class-session.cancelled',
        text: reason,
        details: { sessionId, ...session },
      });
    }
  }

  @Outside()
  @On('class-session.cancelled')
  async tellFamilies({ sessionId, reason, studentIds }: EventMap['class-session.cancelled'], context: Context) {
    for (const notice of await this.notices.recipients(context, sessionId, studentIds)) {
      const { sessionName, date, startTime, centerName } = notice;
      await this.mailer.send({
        to: notice.email,
        subject: `${sessionName} on ${date} is cancelled`,
        paragraphs: [
          `Hello ${notice.guardianName},`,
          `${sessionName} on ${date} at ${startTime} does not take place: ${reason}`,
          `${notice.studentName}'s seat was released. Visits that were used for it have been given back.`,
          centerName,
        ],
      });
    }
  }
}

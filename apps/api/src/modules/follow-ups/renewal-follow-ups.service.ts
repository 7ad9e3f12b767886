import { Injectable } from '@nestjs/common';
import { TimelineService } from '../timeline/index.ts';
import { FollowUpsService } from './follow-ups.service.ts';
import { type Contact, RenewalFollowUpsRepository } from './renewal-follow-ups.repository.ts';

/** Talks about renewals: those the night plans, those that took place, and the next ones. */
@Injectable()
export class RenewalFollowUpsService {
  constructor(
    private readonly renewals: RenewalFollowUpsRepository,
    private readonly followUps: FollowUpsService,
    private readonly timeline: TimelineService,
  ) {}

  async planOnce(plans: readonly { enrollmentId: string; on: string }[]): Promise<void> {
    if (plans.length > 0) await this.renewals.planOnce(plans);
  }

  /** Completes what was planned about it, or tells what was not planned, and plans the next one. */
  async log(contact: Contact & { nextDueAt: string | null; assignedToUserId: string | null }): Promise<void> {
    const { enrollmentId, studentId, channel, outcome, note } = contact;
    if (!(await this.renewals.completeFirst(contact))) await this.renewals.addCompleted(contact);
    const details = { outcome, channel, enrollmentId };
    await this.timeline.record({ studentId, kind: 'follow-up.done', text: note, details });
    if (!contact.nextDueAt) return;
    const { nextDueAt: dueAt, assignedToUserId } = contact;
    await this.followUps.plan({ enrollmentId, studentId, channel, dueAt, assignedToUserId });
  }

  /** Nothing is left to talk about: renewed, lost or cancelled. */
  close(enrollmentId: string): Promise<void> {
    return this.renewals.close(enrollmentId);
  }

  assign(enrollmentIds: readonly string[], userId: string | null): Promise<void> {
    return this.renewals.assign(enrollmentIds, userId);
  }
}

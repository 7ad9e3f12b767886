import { Injectable } from '@nestjs/common';
import type { InputOf, LeadStatus, markLeadDead } from '@cartwheel/contracts';
import { Events } from '../../platform/events/events.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { FollowUpsService } from '../follow-ups/index.ts';
import { TimelineService } from '../timeline/index.ts';
import './leads.events.ts';
import { LeadsRepository, type LockedLead } from './leads.repository.ts';
import { allowedFrom, assertMove, type IntroOutcome, isOpen, statusAfterIntro } from './leads.rules.ts';

/** Moves leads along; every move locks the lead, is checked, and is told in its timeline. */
@Injectable()
export class PipelineService {
  constructor(
    private readonly leads: LeadsRepository,
    private readonly followUps: FollowUpsService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
  ) {}

  /** Throws not_found, and invalid_transition for a lead that is won or lost. */
  async lockOpen(leadId: string): Promise<LockedLead> {
    const lead = found(await this.leads.lock(leadId), 'lead');
    if (isOpen(lead.status)) return lead;
    const allowed = allowedFrom(lead.status);
    throw new Problem('invalid_transition', { detail: `This enquiry is closed (${lead.status})`, allowed });
  }

  /** By hand. Winning needs an enrollment, losing a reason. */
  async move(lead: LockedLead, to: LeadStatus): Promise<void> {
    if (to === lead.status) return;
    assertMove(lead.status, to);
    if (to === 'DEAD_LEAD') throw refuse('status', 'Close it as lost with a reason: mark-dead');
    if (to === 'ENROLLED') return this.moveToEnrolled(lead);
    if (lead.status === 'DEAD_LEAD') return this.reopen(lead.id);
    await this.put(lead, to);
  }

  async markEnrolled(leadId: string): Promise<void> {
    const lead = found(await this.leads.lock(leadId), 'lead');
    assertMove(lead.status, 'ENROLLED');
    await this.leads.setStatus(leadId, 'ENROLLED');
    await this.followUps.closeOfLead(leadId);
    await this.timeline.record({
      studentId: lead.studentId,
      leadId,
      kind: 'lead.enrolled',
      details: { from: lead.status },
    });
  }

  async markDead(leadId: string, { reason, note }: InputOf<typeof markLeadDead>['body']): Promise<void> {
    const lead = found(await this.leads.lock(leadId), 'lead');
    assertMove(lead.status, 'DEAD_LEAD');
    if (reason === 'OTHER' && !note) throw refuse('note', 'Say why');
    await this.leads.setStatus(leadId, 'DEAD_LEAD', { reason, note: note || null });
    await this.followUps.closeOfLead(leadId);
    const { studentId, status: from } = lead;
    await this.timeline.record({ studentId, leadId, kind: 'lead.lost', text: note || null, details: { from, reason } });
    await this.events.publish('lead.lost', { leadId });
  }

  /** Throws duplicate when the student has another open enquiry. */
  async reopen(leadId: string): Promise<void> {
    const lead = found(await this.leads.lock(leadId), 'lead');
    if (lead.status !== 'DEAD_LEAD')
      throw new Problem('invalid_transition', {
        detail: 'Only a lost enquiry is reopened',
        allowed: allowedFrom(lead.status),
      });
    const other = await this.leads.findOpen(lead.studentId);
    if (other)
      throw new Problem('duplicate', { detail: `${lead.studentName} has an open enquiry`, existingId: other.id });
    const { studentId, assignedToUserId } = lead;
    await this.leads.setStatus(leadId, 'FOLLOW_UP');
    await this.timeline.record({ studentId, leadId, kind: 'lead.reopened' });
    await this.followUps.ensureToday({ leadId, studentId, assignedToUserId });
  }

  /** A trial was booked; from any open status. */
  async introScheduled(lead: LockedLead): Promise<void> {
    if (lead.status !== 'INTRO_SCHEDULED') await this.put(lead, 'INTRO_SCHEDULED');
  }

  /** What became of a trial. A lead that was closed meanwhile stays closed. */
  async introOutcome(leadId: string, outcome: IntroOutcome): Promise<void> {
    const lead = found(await this.leads.lock(leadId), 'lead');
    const to = statusAfterIntro(lead.status, outcome);
    if (to) await this.put(lead, to);
  }

  /** A trial will not take place, and no other is planned: somebody has to call, today. */
  async introFellThrough(leadId: string): Promise<void> {
    const lead = found(await this.leads.lock(leadId), 'lead');
    if (!isOpen(lead.status)) return;
    if (lead.status === 'INTRO_SCHEDULED') await this.put(lead, 'FOLLOW_UP');
    const { studentId, assignedToUserId } = lead;
    await this.followUps.ensureToday({ leadId, studentId, assignedToUserId });
  }

  private async moveToEnrolled(lead: LockedLead): Promise<void> {
    if (await this.leads.hasLiveEnrollment(lead.studentId)) return this.markEnrolled(lead.id);
    throw new Problem('invalid_transition', {
      detail: `${lead.studentName} has no enrollment yet: enroll the student, and the enquiry is won`,
      allowed: allowedFrom(lead.status).filter((status) => status !== 'ENROLLED'),
    });
  }

  private async put({ id, studentId, status }: LockedLead, to: LeadStatus): Promise<void> {
    await this.leads.setStatus(id, to);
    await this.timeline.record({ studentId, leadId: id, kind: 'lead.moved', details: { from: status, to } });
  }
}

import { Injectable } from '@nestjs/common';
import type { addFollowUp, completeFollowUp, FollowUp, InputOf, listFollowUps } from '@cartwheel/contracts';
import { addDays } from '@cartwheel/domain/calendar';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { StaffService } from '../staff/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { FollowUpsRepository, type PlannedFollowUp } from './follow-ups.repository.ts';

/** When nobody says a time: after the school run, before classes. */
const TIME_OF_DAY = '10:00';

@Injectable()
export class FollowUpsService {
  constructor(
    private readonly followUps: FollowUpsRepository,
    private readonly staff: StaffService,
    private readonly timeline: TimelineService,
  ) {}

  /** What is open, the longest due first. Days are those of the center. */
  async list(query: InputOf<typeof listFollowUps>['query']) {
    return pageOf(await this.followUps.listOpen(query), query.limit, (row) => [row.dueAt, row.id]);
  }

  async add({ leadId, enrollmentId, ...plan }: InputOf<typeof addFollowUp>['body']): Promise<FollowUp> {
    const subject = await this.followUps.subjectOf({ leadId, enrollmentId });
    if (!subject) throw new Problem('reference_not_found', { detail: 'There is no such lead or enrollment' });
    const assignedToUserId = plan.assignedToUserId === undefined ? subject.assignedToUserId : plan.assignedToUserId;
    await this.staff.assertWorksHere(plan.assignedToUserId);
    const id = await this.plan({
      ...plan,
      leadId: leadId ?? null,
      enrollmentId: enrollmentId ?? null,
      studentId: subject.studentId,
      note: plan.note ?? null,
      assignedToUserId,
    });
    return found(await this.followUps.find(id), 'follow-up');
  }

  async complete(id: string, done: InputOf<typeof completeFollowUp>['body']): Promise<FollowUp> {
    const { studentId, leadId, enrollmentId, channel, assignedTo } = found(await this.followUps.find(id), 'follow-up');
    const note = done.note || null;
    if (!(await this.followUps.complete(id, done.outcome, note)))
      throw new Problem('invalid_transition', { detail: 'This follow-up is done already', allowed: [] });
    const { outcome } = done;
    await this.timeline.record({
      studentId,
      leadId,
      kind: 'follow-up.done',
      text: note,
      details: { outcome, channel },
    });
    if (done.nextDueAt) {
      const assignedToUserId = assignedTo?.id ?? null;
      await this.plan({ studentId, leadId, enrollmentId, channel, assignedToUserId, dueAt: done.nextDueAt });
    }
    return found(await this.followUps.find(id), 'follow-up');
  }

  /** For other domains: no checks beyond the database's. Answers the id. */
  plan(followUp: PlannedFollowUp): Promise<string> {
    return this.followUps.add(followUp);
  }

  async planMany(followUps: readonly PlannedFollowUp[]): Promise<void> {
    await this.followUps.addMany(followUps);
  }

  /** One on that day for that lead, unless there is one already. */
  async ensureOn(day: string, followUp: Omit<PlannedFollowUp, 'dueAt'> & { leadId: string }): Promise<void> {
    if (await this.followUps.openOn(followUp.leadId, day, false)) return;
    await this.plan({ ...followUp, dueAt: await this.followUps.instantOn(day, TIME_OF_DAY) });
  }

  /** One for today, unless one is due already. */
  async ensureToday(followUp: Omit<PlannedFollowUp, 'dueAt'> & { leadId: string }): Promise<void> {
    const today = await this.followUps.today();
    if (await this.followUps.openOn(followUp.leadId, today, true)) return;
    await this.plan({ ...followUp, dueAt: await this.followUps.instantOn(today, TIME_OF_DAY) });
  }

  /** What was due some days after one date is now due as many days after another. */
  async shift(
    followUp: Omit<PlannedFollowUp, 'dueAt'> & { leadId: string },
    { from, to, days }: { from: string; to: string; days: number },
  ): Promise<void> {
    const planned = await this.followUps.openOn(followUp.leadId, addDays(from, days), false);
    if (!planned) return this.ensureOn(addDays(to, days), followUp);
    await this.followUps.setDue(planned.id, await this.followUps.instantOn(addDays(to, days), TIME_OF_DAY));
  }

  /** As `shift`, but only what is as it was planned: another time that somebody chose stays, and nothing is added. */
  async shiftUntouched(leadId: string, { from, to, days }: { from: string; to: string; days: number }): Promise<void> {
    const planned = await this.followUps.openAt(
      leadId,
      await this.followUps.instantOn(addDays(from, days), TIME_OF_DAY),
    );
    if (!planned) return;
    await this.followUps.setDue(planned.id, await this.followUps.instantOn(addDays(to, days), TIME_OF_DAY));
  }

  /** The next step of a lead: moves the one that is planned, or plans one. Null takes what is planned off the list. */
  async setNext(lead: { id: string; studentId: string; assignedToUserId: string | null }, dueAt: string | null) {
    if (dueAt === null) return this.followUps.closeOfLead(lead.id);
    const planned = await this.followUps.firstOpenOf(lead.id);
    if (planned) return this.followUps.setDue(planned.id, dueAt);
    const { id: leadId, studentId, assignedToUserId } = lead;
    await this.plan({ leadId, studentId, assignedToUserId, dueAt });
  }

  /** Nothing is left to do for a lead that was won or lost. */
  closeOfLead(leadId: string): Promise<void> {
    return this.followUps.closeOfLead(leadId);
  }

  ofLead(leadId: string): Promise<FollowUp[]> {
    return this.followUps.ofLead(leadId);
  }
}

import { Injectable } from '@nestjs/common';
import type { changeIntroVisit, InputOf, IntroVisit, scheduleIntroVisit } from '@cartwheel/contracts';
import { addDays } from '@cartwheel/domain/calendar';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { SettingsService } from '../centers/index.ts';
import { FollowUpsService } from '../follow-ups/index.ts';
import { LeadsService, PipelineService } from '../leads/index.ts';
import { StaffService } from '../staff/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { IntroVisitsRepository, type LockedVisit, type Slot } from './intro-visits.repository.ts';
import { SlotsService } from './slots.service.ts';

type Lead = Awaited<ReturnType<LeadsService['assertConvertible']>>;
type Change = InputOf<typeof changeIntroVisit>['body'];

/** Books trials and moves them. A seat and everything that follows from it is one step. */
@Injectable()
export class SchedulingService {
  constructor(
    private readonly visits: IntroVisitsRepository,
    private readonly slots: SlotsService,
    private readonly leads: LeadsService,
    private readonly pipeline: PipelineService,
    private readonly followUps: FollowUpsService,
    private readonly settings: SettingsService,
    private readonly staff: StaffService,
    private readonly timeline: TimelineService,
  ) {}

  async schedule({
    leadId,
    trainerUserId,
    ...wanted
  }: InputOf<typeof scheduleIntroVisit>['body']): Promise<IntroVisit> {
    const lead = await this.leadToBook(leadId);
    await this.staff.assertWorksHere(trainerUserId);
    const slot = await this.slots.resolve(wanted, await this.visits.timezone());
    const bookingId = await this.slots.claim(slot, { studentId: lead.studentId, leadId });
    const { studentId } = lead;
    const id = await this.visits.add({ leadId, studentId, bookingId, trainerUserId: trainerUserId ?? null }, slot);
    await this.pipeline.introScheduled(lead);
    await this.followUps.ensureOn(addDays(slot.date, await this.daysToFollowUp()), followUpOf(lead));
    return this.tell(id, lead, 'intro.scheduled');
  }

  /** Another time, another trainer, or both. The seat that is left is free again, unless the child was missed there. */
  async change(id: string, change: Change, seen: number | undefined): Promise<IntroVisit> {
    const { classSessionId, scheduledAt, trainerUserId } = change;
    if (classSessionId && scheduledAt) throw refuse('scheduledAt', 'Name a session or a time, not both');
    const visit = found(await this.visits.lock(id), 'intro visit');
    if (seen !== undefined && seen !== visit.version) throw new Problem('stale_version');
    await this.staff.assertWorksHere(trainerUserId);
    assertMovable(visit);
    if (trainerUserId !== undefined) await this.visits.setTrainer(id, trainerUserId);
    if (scheduledAt || (classSessionId && isElsewhere(visit, classSessionId))) return this.move(visit, change);
    return found(await this.visits.find(id), 'intro visit');
  }

  /** Its session was moved: the trials in it go along, and so does what was planned for the day after. */
  async followSession(sessionId: string): Promise<void> {
    const days = await this.daysToFollowUp();
    for (const { id, leadId, studentId, ...moved } of await this.visits.followSession(sessionId)) {
      await this.followUps.shiftUntouched(leadId, { from: moved.from, to: moved.date, days });
      const details = { introVisitId: id, ...moved };
      await this.timeline.record({ studentId, leadId, kind: 'intro.rescheduled', details });
    }
  }

  private async move(visit: LockedVisit, { classSessionId, scheduledAt }: Change): Promise<IntroVisit> {
    const lead = await this.leads.assertConvertible(visit.leadId);
    const slot = await this.slots.resolve({ classSessionId, scheduledAt }, await this.visits.timezone());
    if (visit.status === 'SCHEDULED') await this.slots.release(visit.bookingId, 'Intro visit moved');
    const bookingId = await this.slots.claim(slot, { studentId: visit.studentId, leadId: visit.leadId });
    await this.visits.reseat(visit.id, bookingId, slot);
    await this.pipeline.introScheduled(lead);
    await this.moveFollowUp(lead, visit, slot);
    return this.tell(visit.id, lead, 'intro.rescheduled', { from: visit.date });
  }

  private async moveFollowUp(lead: Lead, visit: LockedVisit, slot: Slot): Promise<void> {
    const days = await this.daysToFollowUp();
    await this.followUps.shift(followUpOf(lead), { from: visit.date, to: slot.date, days });
  }

  private async leadToBook(leadId: string): Promise<Lead> {
    if (!(await this.visits.hasLead(leadId)))
      throw new Problem('reference_not_found', { detail: 'There is no such enquiry' });
    return this.leads.assertConvertible(leadId);
  }

  private async daysToFollowUp(): Promise<number> {
    return (await this.settings.current()).leads.followUpDays;
  }

  private async tell(id: string, lead: Lead, kind: string, more: Record<string, unknown> = {}): Promise<IntroVisit> {
    const visit = found(await this.visits.find(id), 'intro visit');
    const { date, startTime, sessionName } = visit;
    const details = { introVisitId: id, date, startTime, sessionName, ...more };
    await this.timeline.record({ studentId: lead.studentId, leadId: lead.id, kind, details });
    return visit;
  }
}

const followUpOf = ({ id, studentId, assignedToUserId }: Lead) => ({ leadId: id, studentId, assignedToUserId });

const isElsewhere = (visit: LockedVisit, classSessionId: string): boolean =>
  visit.status !== 'SCHEDULED' || visit.classSessionId !== classSessionId;

function assertMovable({ status }: LockedVisit): void {
  if (status === 'SCHEDULED' || status === 'NO_SHOW') return;
  throw new Problem('invalid_transition', { detail: `A visit that is ${status} is not moved`, allowed: [] });
}

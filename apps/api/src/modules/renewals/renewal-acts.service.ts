import { Injectable } from '@nestjs/common';
import type {
  assignRenewals,
  InputOf,
  logRenewalContact,
  loseRenewal,
  RenewalDetail,
  renewEnrollment,
} from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { RenewingService } from '../enrollments/index.ts';
import { RenewalFollowUpsService } from '../follow-ups/index.ts';
import { StaffService } from '../staff/index.ts';
import { StudentsService } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { RenewalNotesRepository } from './renewal-notes.repository.ts';
import { type RenewalRow, RenewalsRepository } from './renewals.repository.ts';
import { RenewalsService } from './renewals.service.ts';

/** How far ahead the night plans a talk. */
const TALK_DAYS = 14;

/** What people, and the night, do about renewals. */
@Injectable()
export class RenewalActsService {
  constructor(
    private readonly renewals: RenewalsRepository,
    private readonly notes: RenewalNotesRepository,
    private readonly shown: RenewalsService,
    private readonly renewing: RenewingService,
    private readonly talks: RenewalFollowUpsService,
    private readonly students: StudentsService,
    private readonly staff: StaffService,
    private readonly timeline: TimelineService,
  ) {}

  async renew(actor: Actor, id: string, terms: InputOf<typeof renewEnrollment>['body']) {
    const renewed = await this.renewing.renew(actor, id, terms);
    await this.notes.reopen(id);
    await this.talks.close(id);
    return renewed;
  }

  async renewLatest(actor: Actor, studentId: string, terms: InputOf<typeof renewEnrollment>['body']) {
    await this.students.get(actor, studentId);
    return this.renew(actor, await this.renewing.latestOf(studentId), terms);
  }

  async logContact(enrollmentId: string, talk: InputOf<typeof logRenewalContact>['body']): Promise<RenewalDetail> {
    const { studentId, owner } = await this.open(enrollmentId);
    const { channel, outcome, note, nextDueAt } = talk;
    const contact = { enrollmentId, studentId, channel, outcome, note: note || null };
    await this.talks.log({ ...contact, nextDueAt: nextDueAt ?? null, assignedToUserId: owner?.id ?? null });
    return this.shown.get(enrollmentId);
  }

  async lose(enrollmentId: string, { reason, note }: InputOf<typeof loseRenewal>['body']): Promise<RenewalDetail> {
    const { studentId, planName } = await this.open(enrollmentId);
    if (!(await this.notes.lose(enrollmentId, reason, note || null))) throw closed('It is lost already');
    await this.talks.close(enrollmentId);
    const details = { enrollmentId, planName, reason };
    await this.timeline.record({ studentId, kind: 'renewal.lost', text: note || null, details });
    return this.shown.get(enrollmentId);
  }

  async reopen(enrollmentId: string): Promise<RenewalDetail> {
    const { studentId, planName } = found(await this.renewals.find(enrollmentId), 'enrollment');
    if (!(await this.notes.reopen(enrollmentId))) throw closed('It is not lost');
    await this.timeline.record({ studentId, kind: 'renewal.reopened', details: { enrollmentId, planName } });
    return this.shown.get(enrollmentId);
  }

  async assign({ enrollmentIds, assignedToUserId }: InputOf<typeof assignRenewals>['body']) {
    const ids = [...new Set(enrollmentIds)];
    await this.staff.assertWorksHere(assignedToUserId);
    const assigned = await this.notes.assign(ids, assignedToUserId);
    if (assigned < ids.length) throw new Problem('reference_not_found', { detail: 'There is no such enrollment' });
    await this.talks.assign(ids, assignedToUserId);
    return { assigned };
  }

  /** Each enrollment gets its talk once, however often the night comes. */
  async planTalks(): Promise<void> {
    await this.talks.planOnce(await this.notes.toTalkAbout(TALK_DAYS));
  }

  /** A cancelled plan is not talked about. */
  forget(enrollmentId: string): Promise<void> {
    return this.talks.close(enrollmentId);
  }

  private async open(enrollmentId: string): Promise<RenewalRow> {
    const renewal = found(await this.renewals.find(enrollmentId), 'enrollment');
    if (renewal.renewed) throw closed('It has been renewed already');
    if (renewal.status === 'CANCELLED') throw closed('The enrollment was cancelled');
    return renewal;
  }
}

const closed = (detail: string) => new Problem('invalid_transition', { detail, allowed: [] });

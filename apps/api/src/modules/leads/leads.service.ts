import { Injectable } from '@nestjs/common';
import type {
  changeLead,
  createLead,
  getLeadBoard,
  InputOf,
  Lead,
  listLeads,
  markLeadDead,
} from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { FollowUpsService } from '../follow-ups/index.ts';
import { StaffService } from '../staff/index.ts';
import { GuardiansService, KnownChildrenService } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { LeadCardsRepository } from './lead-cards.repository.ts';
import { LeadsRepository } from './leads.repository.ts';
import { allowedFrom, pipeline } from './leads.rules.ts';
import { PipelineService } from './pipeline.service.ts';

@Injectable()
export class LeadsService {
  constructor(
    private readonly leads: LeadsRepository,
    private readonly cards: LeadCardsRepository,
    private readonly stages: PipelineService,
    private readonly children: KnownChildrenService,
    private readonly guardians: GuardiansService,
    private readonly followUps: FollowUpsService,
    private readonly staff: StaffService,
    private readonly timeline: TimelineService,
  ) {}

  async list(query: InputOf<typeof listLeads>['query']) {
    return pageOf(await this.cards.list(query), query.limit, (card) => [card.createdAt, card.id]);
  }

  /** Every stage, empty ones too, in the order of the pipeline. */
  async board(query: InputOf<typeof getLeadBoard>['query']) {
    const counted = await this.cards.columns(query);
    const cards = Map.groupBy(await this.cards.boardCards(query), (card) => card.status);
    const columns = pipeline.map((status) => {
      const { count = 0, medianDays = null } = counted.find((column) => column.status === status) ?? {};
      return { status, count, medianDays, cards: cards.get(status) ?? [] };
    });
    return { columns };
  }

  /** One enquiry with everything that happened. */
  async getLead(_actor: Actor, id: string): Promise<Lead> {
    const { student, ...lead } = found(await this.cards.find(id), 'lead');
    return {
      ...lead,
      student: { ...student, ageYears: lead.ageYears },
      guardians: await this.guardians.of(student.id),
      introVisits: await this.cards.introVisitsOf(id),
      followUps: await this.followUps.ofLead(id),
      timeline: await this.timeline.ofLead(id),
      allowed: allowedFrom(lead.status),
    };
  }

  /** Throws duplicate, naming it, when the child has an open enquiry already. */
  async create(actor: Actor, { child, guardians, nextFollowUpAt, ...asked }: InputOf<typeof createLead>['body']) {
    await this.staff.assertWorksHere(asked.assignedToUserId);
    const { studentId, matchedExisting } = await this.children.findOrAdd(child, guardians, 'child.');
    const open = await this.leads.findOpen(studentId);
    if (open) throw new Problem('duplicate', { detail: `${child.firstName} has an open enquiry`, existingId: open.id });
    const id = await this.leads.add(studentId, asked);
    const { source } = asked;
    await this.timeline.record({ studentId, leadId: id, kind: 'lead.created', details: { source, matchedExisting } });
    const assignedToUserId = asked.assignedToUserId ?? null;
    if (nextFollowUpAt) await this.followUps.setNext({ id, studentId, assignedToUserId }, nextFollowUpAt);
    return { ...(await this.getLead(actor, id)), matchedExisting };
  }

  async change(
    actor: Actor,
    id: string,
    { status, nextFollowUpAt, ...fields }: InputOf<typeof changeLead>['body'],
    seen: number | undefined,
  ): Promise<Lead> {
    const lead = found(await this.leads.lock(id), 'lead');
    if (seen !== undefined && seen !== lead.version) throw new Problem('stale_version');
    await this.staff.assertWorksHere(fields.assignedToUserId);
    if (status) await this.stages.move(lead, status);
    await this.leads.change(id, fields);
    const assignedToUserId = fields.assignedToUserId ?? lead.assignedToUserId;
    if (nextFollowUpAt !== undefined) await this.followUps.setNext({ ...lead, assignedToUserId }, nextFollowUpAt);
    return this.getLead(actor, id);
  }

  async markDead(actor: Actor, id: string, why: InputOf<typeof markLeadDead>['body']): Promise<Lead> {
    await this.stages.markDead(id, why);
    return this.getLead(actor, id);
  }

  async reopen(actor: Actor, id: string): Promise<Lead> {
    await this.stages.reopen(id);
    return this.getLead(actor, id);
  }

  async addNote(actor: Actor, id: string, text: string): Promise<Lead> {
    const { studentId } = found(await this.cards.find(id), 'lead');
    await this.timeline.record({ studentId, leadId: id, kind: 'lead.note', text });
    return this.getLead(actor, id);
  }

  /** Locks the lead for an enrollment. Throws not_found, and invalid_transition when it is won or lost. */
  assertConvertible(leadId: string) {
    return this.stages.lockOpen(leadId);
  }

  /** The student was enrolled: the enquiry is won, and nothing is left to do for it. */
  markEnrolled(leadId: string): Promise<void> {
    return this.stages.markEnrolled(leadId);
  }

  /** The id of the student's open enquiry, if there is one. */
  async findOpenOf(studentId: string): Promise<string | undefined> {
    return (await this.leads.findOpen(studentId))?.id;
  }
}

import { Injectable } from '@nestjs/common';
import type {
  addGuardian,
  changeGuardian,
  changeStudent,
  createStudent,
  getStudentTimeline,
  InputOf,
  listStudents,
  Student,
  StudentSummary,
} from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { TimelineService } from '../timeline/index.ts';
import { changedFields } from './children.rules.ts';
import { GuardiansService } from './guardians.service.ts';
import { KnownChildrenService } from './known-children.service.ts';
import { StudentFactsRepository } from './student-facts.repository.ts';
import { fullName, type ProfileRow, StudentsRepository } from './students.repository.ts';
import { hiddenStories, trainerIdOf, visibleWarnings, warningsOf } from './students.rules.ts';

@Injectable()
export class StudentsService {
  constructor(
    private readonly students: StudentsRepository,
    private readonly facts: StudentFactsRepository,
    private readonly guardians: GuardiansService,
    private readonly known: KnownChildrenService,
    private readonly timeline: TimelineService,
  ) {}

  async list(actor: Actor, query: InputOf<typeof listStudents>['query']) {
    const sight = { trainerId: trainerIdOf(actor), phones: may(actor, 'contacts:read') };
    const rows = await this.facts.of(await this.students.listIds(query, sight));
    const page = pageOf(rows, query.limit, (row) => [row.searchName, row.id]);
    const items = page.items.map((row): StudentSummary => ({
      ...row,
      warnings: visibleWarnings(actor, warningsOf(row, row.today)),
    }));
    return { ...page, items };
  }

  /** As this person may see it; a trainer has the students of the own classes only. What was merged names the kept one. */
  async get(actor: Actor, id: string): Promise<Student> {
    const row = found(await this.students.find(id, trainerIdOf(actor)), 'student');
    if (row.mergedIntoId) throw new Problem('not_found', { detail: 'Merged', existingId: row.mergedIntoId });
    const student = await this.complete(row);
    return {
      ...student,
      warnings: visibleWarnings(actor, student.warnings),
      openLeadId: may(actor, 'leads:read') ? student.openLeadId : null,
    };
  }

  /** Complete, for rules of other domains; throws not_found. */
  async getStudent(id: string): Promise<Student> {
    return this.complete(found(await this.students.find(id), 'student'));
  }

  /** Throws guardian_contact_required when nobody of the family has a phone or an e-mail. */
  assertReachable(studentId: string): Promise<void> {
    return this.guardians.assertReachable(studentId);
  }

  async create(actor: Actor, { guardians, ...child }: InputOf<typeof createStudent>['body']): Promise<Student> {
    const match = await this.known.find(child, guardians);
    if (match) throw new Problem('duplicate', { detail: `${fullName(child)} is known already`, existingId: match.id });
    const id = await this.known.add(child);
    await this.guardians.attach(id, guardians);
    return this.get(actor, id);
  }

  async change(
    actor: Actor,
    id: string,
    change: InputOf<typeof changeStudent>['body'],
    seen: number | undefined,
  ): Promise<Student> {
    const before = found(await this.students.find(id), 'student');
    const fields = changedFields(change, await this.students.today());
    const name = fullName({ ...before, ...fields });
    const changed = await this.students.change(id, fields, { seen, name });
    if (!changed) throw new Problem('stale_version');
    return this.get(actor, id);
  }

  async archive(actor: Actor, id: string): Promise<Student> {
    const student = found(await this.students.find(id), 'student');
    if (student.archivedAt) return this.get(actor, id);
    if (await this.students.hasLiveEnrollment(id))
      throw new Problem('in_use', { detail: `${student.name} has an enrollment that is not over` });
    await this.students.setArchived(id, true);
    await this.timeline.record({ studentId: id, kind: 'student.archived' });
    return this.get(actor, id);
  }

  /** What was merged into another record stays with it. */
  async restore(actor: Actor, id: string): Promise<Student> {
    const student = found(await this.students.find(id), 'student');
    if (student.mergedIntoId) throw new Problem('duplicate', { existingId: student.mergedIntoId });
    if (!student.archivedAt) return this.get(actor, id);
    await this.students.setArchived(id, false);
    await this.timeline.record({ studentId: id, kind: 'student.restored' });
    return this.get(actor, id);
  }

  async addGuardian(actor: Actor, id: string, guardian: InputOf<typeof addGuardian>['body']): Promise<Student> {
    found(await this.students.find(id), 'student');
    await this.guardians.add(id, guardian);
    return this.get(actor, id);
  }

  async changeGuardian(actor: Actor, { params, body }: InputOf<typeof changeGuardian>): Promise<Student> {
    found(await this.students.find(params.id), 'student');
    await this.guardians.change(params.id, params.guardianId, body);
    return this.get(actor, params.id);
  }

  async removeGuardian(actor: Actor, id: string, guardianId: string): Promise<Student> {
    found(await this.students.find(id), 'student');
    await this.guardians.remove(id, guardianId);
    return this.get(actor, id);
  }

  async addNote(id: string, text: string) {
    found(await this.students.find(id), 'student');
    return this.timeline.record({ studentId: id, kind: 'student.note', text });
  }

  async timelineOf(actor: Actor, { params, query }: InputOf<typeof getStudentTimeline>) {
    found(await this.students.find(params.id, trainerIdOf(actor)), 'student');
    return this.timeline.ofStudent(params.id, query, hiddenStories(actor));
  }

  private async complete(row: ProfileRow): Promise<Student> {
    const [facts] = await this.facts.of([row.id]);
    return {
      ...row,
      guardians: await this.guardians.of(row.id),
      warnings: facts ? warningsOf(facts, facts.today) : [],
    };
  }
}

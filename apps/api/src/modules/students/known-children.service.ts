import { Injectable } from '@nestjs/common';
import type { findDuplicates, InputOf } from '@cartwheel/contracts';
import { parsePhone } from '@cartwheel/domain/phone';
import { TimelineService } from '../timeline/index.ts';
import { type NewChild, newFields } from './children.rules.ts';
import { GuardiansRepository } from './guardians.repository.ts';
import type { NewGuardian } from './guardians.rules.ts';
import { GuardiansService } from './guardians.service.ts';
import { KnownChildrenRepository } from './known-children.repository.ts';
import { fullName, StudentsRepository } from './students.repository.ts';

/** Knows a child again: by a phone or e-mail of the family, the name and the birthday. */
@Injectable()
export class KnownChildrenService {
  constructor(
    private readonly known: KnownChildrenRepository,
    private readonly students: StudentsRepository,
    private readonly guardians: GuardiansService,
    private readonly contacts: GuardiansRepository,
    private readonly timeline: TimelineService,
  ) {}

  /** The known child, or nobody. Whoever asks the same meanwhile waits until this unit of work has ended. */
  async find(child: NewChild, guardians: readonly NewGuardian[]) {
    const country = await this.contacts.country();
    const phones = guardians.flatMap(({ phone }) => parsePhone(phone ?? '', country)?.e164 ?? []);
    const emails = guardians.flatMap(({ email }) => email ?? []);
    if (phones.length + emails.length === 0) return undefined;
    await this.known.takeTurn([...new Set([...phones, ...emails])]);
    return this.known.find({ name: fullName(child), dob: child.dob ?? null, phones, emails });
  }

  /** `matchedExisting`: the child or somebody of the family was known before. An archived child comes back. */
  async findOrAdd(child: NewChild, guardians: readonly NewGuardian[], path = '') {
    const match = await this.find(child, guardians);
    const studentId = match?.id ?? (await this.add(child, path));
    if (match?.archived) {
      await this.students.setArchived(studentId, false);
      await this.timeline.record({ studentId, kind: 'student.restored' });
    }
    const { familyKnown } = await this.guardians.attach(studentId, guardians);
    return { studentId, matchedExisting: match !== undefined || familyKnown };
  }

  async add(child: NewChild, path = ''): Promise<string> {
    const studentId = await this.students.add(newFields(child, await this.students.today(), path));
    await this.timeline.record({ studentId, kind: 'student.created' });
    return studentId;
  }

  async similar(query: InputOf<typeof findDuplicates>['query']) {
    return { items: await this.known.similar({ phone: query.phone, name: query.name, dob: query.dob }) };
  }
}

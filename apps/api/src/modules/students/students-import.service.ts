import { Injectable } from '@nestjs/common';
import { normaliseName } from '@cartwheel/domain/names';
import { TimelineService } from '../timeline/index.ts';
import { GuardiansRepository } from './guardians.repository.ts';
import { whoIsMeant } from './guardians.rules.ts';
import {
  type GuardianToLink,
  type KnownPerson,
  type PersonSought,
  StudentsImportRepository,
} from './students-import.repository.ts';
import { fullName, type StudentFields, StudentsRepository } from './students.repository.ts';

export interface ImportedPerson {
  child: StudentFields;
  guardians: GuardianToLink[];
}

/** Writes many families down at once, and knows again those that are there: the same rules as for one, in few statements. */
@Injectable()
export class StudentsImportService {
  constructor(
    private readonly families: StudentsImportRepository,
    private readonly students: StudentsRepository,
    private readonly guardians: GuardiansRepository,
    private readonly timeline: TimelineService,
  ) {}

  /** Who of them is known, by position. */
  async known(people: readonly ImportedPerson[]): Promise<Map<number, KnownPerson>> {
    const sought = people.map((person, position) => soughtOf(person, position));
    const known = await this.families.known(sought);
    return new Map(known.map((person) => [person.position, person]));
  }

  /** Until this unit of work ends nobody else writes down one of these families. */
  async takeTurns(people: readonly ImportedPerson[]): Promise<void> {
    const sought = people.map((person) => soughtOf(person, 0));
    await this.families.takeTurns(
      sought.flatMap(({ contacts, name }) => (contacts.length > 0 ? contacts : [`name:${name}`])),
    );
  }

  async add({ child, guardians }: ImportedPerson, origin: Record<string, unknown>): Promise<string> {
    const studentId = await this.students.add(child);
    await this.timeline.record({ studentId, kind: 'student.created', details: origin });
    await this.attach(studentId, guardians, []);
    return studentId;
  }

  /** Fills what is empty and links who is missing. Answers whether anything changed. */
  async complete(studentId: string, { child, guardians }: ImportedPerson): Promise<boolean> {
    const filled = await this.families.fill(studentId, child);
    const linked = await this.attach(studentId, guardians, await this.families.familyOf(studentId));
    return filled || linked > 0;
  }

  private async attach(
    studentId: string,
    named: readonly GuardianToLink[],
    family: { id: string; searchName: string; isPrimary: boolean }[],
  ): Promise<number> {
    const ids = new Set(family.map(({ id }) => id));
    const names = new Set(family.map(({ searchName }) => searchName));
    let hasPrimary = family.some(({ isPrimary }) => isPrimary);
    let linked = 0;
    for (const guardian of named) {
      if (names.has(normaliseName(guardian.name))) continue;
      const id = (await this.find(guardian, ids)) ?? (await this.guardians.add(guardian));
      if (ids.has(id)) continue;
      await this.families.link(studentId, id, { ...guardian, isPrimary: guardian.isPrimary && !hasPrimary });
      hasPrimary ||= guardian.isPrimary;
      ids.add(id);
      linked += 1;
    }
    return linked;
  }

  private async find({ name, phone, email }: GuardianToLink, family: ReadonlySet<string>): Promise<string | undefined> {
    if (!phone.e164 && !email) return this.families.relativeOf([...family], name);
    const sharing = await this.guardians.withContact(phone.e164, email, name);
    // A family that is known already answers this phone, whoever is named.
    return sharing.find(({ id }) => family.has(id))?.id ?? whoIsMeant(sharing, family);
  }
}

function soughtOf({ child, guardians }: ImportedPerson, position: number): PersonSought {
  return {
    position,
    name: normaliseName(fullName(child)),
    dob: child.dob,
    contacts: [...new Set(guardians.flatMap(({ phone, email }) => [phone.e164, email]).filter((c) => c !== null))],
    guardians: guardians.map(({ name }) => normaliseName(name)),
  };
}

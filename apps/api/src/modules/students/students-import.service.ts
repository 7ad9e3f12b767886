import { Injectable } from '@nestjs/common';
import { normaliseName } from '@cartwheel/domain/names';
import { TimelineService } from '../timeline/index.ts';
import { whoIsMeant } from './guardians.rules.ts';
import { meantBy } from './namesakes.rules.ts';
import {
  type FamilyLink,
  type GuardianToLink,
  type KnownPerson,
  type PersonSought,
  type Relative,
  StudentsImportRepository,
} from './students-import.repository.ts';
import { fullName, type StudentFields } from './students.repository.ts';

export interface ImportedPerson {
  child: StudentFields;
  guardians: GuardianToLink[];
}

export interface PersonToWrite {
  person: ImportedPerson;
  /** Null: nobody knows this child yet. */
  studentId: string | null;
  origin: Record<string, unknown>;
}

export interface WrittenPerson {
  studentId: string;
  /** Something was added to what was known. */
  changed: boolean;
}

interface Family {
  studentId: string;
  named: readonly GuardianToLink[];
  ids: Set<string>;
  names: Set<string>;
  hasPrimary: boolean;
  linked: number;
}

/** Writes many families down at once, and knows again those that are there: the same rules as for one, in few statements. */
@Injectable()
export class StudentsImportService {
  constructor(
    private readonly families: StudentsImportRepository,
    private readonly timeline: TimelineService,
  ) {}

  /** Who of them is known, by position. */
  async known(people: readonly ImportedPerson[]): Promise<Map<number, KnownPerson>> {
    const sought = people.map((person, position) => soughtOf(person, position));
    const known = await this.families.known(sought);
    return new Map(known.map((person) => [person.position, person]));
  }

  /** Who of them is meant, in their order: children who should be known. */
  async find(people: readonly { person: ImportedPerson; batchId: string | null }[]) {
    const sought = people.map(({ person, batchId }, position) => ({ ...soughtOf(person, position), batchId }));
    const namesakes = Map.groupBy(await this.families.namesakes(sought), ({ position }) => position);
    return sought.map((told) => meantBy(namesakes.get(told.position) ?? [], told));
  }

  /** Until this unit of work ends nobody else writes down one of these families. */
  async takeTurns(people: readonly ImportedPerson[]): Promise<void> {
    await this.families.takeTurns(people.flatMap((person) => familyKeys(person)));
  }

  /**
   * Writes down those without an id; of the others fills what is empty and links who is missing. No two of them may share
   * a key of `familyKeys`. Answers in their order.
   */
  async write(people: readonly PersonToWrite[]): Promise<WrittenPerson[]> {
    const added = people.filter(({ studentId }) => studentId === null);
    const known = people.flatMap(({ studentId, person }) => (studentId === null ? [] : [{ studentId, person }]));
    const newOnes = await this.add(added);
    const ids = known.map(({ studentId }) => studentId);
    const filled = await this.families.fill(known.map(({ studentId, person }) => ({ ...person.child, id: studentId })));
    const relatives = Map.groupBy(await this.families.familiesOf(ids), ({ studentId }) => studentId);
    const written = people.map(({ studentId, person }) => {
      const id = studentId ?? newOnes.shift()!;
      return familyWith(id, person.guardians, relatives.get(id) ?? []);
    });
    await this.attach(written);
    return written.map(({ studentId, linked }) => ({ studentId, changed: filled.has(studentId) || linked > 0 }));
  }

  private async add(people: readonly PersonToWrite[]): Promise<string[]> {
    const ids = await this.families.add(people.map(({ person }) => person.child));
    await this.timeline.recordAll(
      people.map(({ origin }, index) => ({ studentId: ids[index]!, kind: 'student.created', details: origin })),
    );
    return ids;
  }

  /** The first guardian of every family, then the second: each is looked for when the one before is linked. */
  private async attach(families: readonly Family[]): Promise<void> {
    const most = Math.max(0, ...families.map(({ named }) => named.length));
    for (let turn = 0; turn < most; turn++) {
      const asked = families.flatMap((family) => {
        const guardian = family.named[turn];
        return guardian && !family.names.has(normaliseName(guardian.name)) ? [{ family, guardian }] : [];
      });
      if (asked.length > 0) await this.attachTo(asked);
    }
  }

  private async attachTo(asked: readonly { family: Family; guardian: GuardianToLink }[]): Promise<void> {
    const found = await this.whoOf(asked);
    const missing = asked.filter((_, position) => !found.has(position));
    const added = await this.families.addGuardians(missing.map(({ guardian }) => guardian));
    const links: FamilyLink[] = [];
    for (const [position, { family, guardian }] of asked.entries()) {
      const guardianId = found.get(position) ?? added.shift()!;
      if (family.ids.has(guardianId)) continue;
      const isPrimary = guardian.isPrimary && !family.hasPrimary;
      links.push({ studentId: family.studentId, guardianId, relationship: guardian.relationship, isPrimary });
      family.hasPrimary ||= guardian.isPrimary;
      family.ids.add(guardianId);
      family.linked += 1;
    }
    await this.families.link(links);
  }

  /** Who of them is written down already, by position. */
  private async whoOf(asked: readonly { family: Family; guardian: GuardianToLink }[]): Promise<Map<number, string>> {
    const sought = asked.map(({ family, guardian: { name, phone, email } }, position) => ({
      position,
      e164: phone.e164,
      email,
      name: normaliseName(name),
      guardianIds: [...family.ids],
    }));
    const isReachable = ({ e164, email }: (typeof sought)[number]) => e164 !== null || Boolean(email);
    const found = await this.families.relativesOf(sought.filter((one) => !isReachable(one)));
    const sharing = await this.families.withContacts(sought.filter((one) => isReachable(one)));
    for (const [position, several] of Map.groupBy(sharing, (one) => one.position)) {
      const { ids } = asked[position]!.family;
      // A family that is known already answers this phone, whoever is named.
      const id = several.find((one) => ids.has(one.id))?.id ?? whoIsMeant(several, ids);
      if (id !== undefined) found.set(position, id);
    }
    return found;
  }
}

/** By what a family is known: people who share none of these have nothing to do with each other. */
export function familyKeys(person: ImportedPerson): string[] {
  const { contacts, name } = soughtOf(person, 0);
  return contacts.length > 0 ? contacts : [`name:${name}`];
}

function familyWith(studentId: string, named: readonly GuardianToLink[], relatives: readonly Relative[]): Family {
  return {
    studentId,
    named,
    ids: new Set(relatives.map(({ id }) => id)),
    names: new Set(relatives.map(({ searchName }) => searchName)),
    hasPrimary: relatives.some(({ isPrimary }) => isPrimary),
    linked: 0,
  };
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

import { Injectable } from '@nestjs/common';
import type { changeGuardian, Guardian, InputOf } from '@cartwheel/contracts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { TimelineService } from '../timeline/index.ts';
import { GuardiansRepository } from './guardians.repository.ts';
import { isReachable, type NewGuardian, storedPhone, whoIsMeant } from './guardians.rules.ts';
import { StudentsRepository } from './students.repository.ts';

@Injectable()
export class GuardiansService {
  constructor(
    private readonly guardians: GuardiansRepository,
    private readonly students: StudentsRepository,
    private readonly timeline: TimelineService,
  ) {}

  of(studentId: string): Promise<Guardian[]> {
    return this.guardians.of(studentId);
  }

  /** Links everybody named to the student; those the center knows by their phone are not written twice. */
  async attach(studentId: string, named: readonly NewGuardian[]): Promise<{ familyKnown: boolean }> {
    await this.guardians.lockFamily(studentId);
    const country = await this.guardians.country();
    let familyKnown = false;
    for (const [index, guardian] of named.entries()) {
      const { known } = await this.link(studentId, guardian, { country, path: `guardians.${index}.phone` });
      familyKnown ||= known;
    }
    return { familyKnown };
  }

  /** Throws duplicate when the student has this guardian already. */
  async add(studentId: string, guardian: NewGuardian): Promise<void> {
    await this.guardians.lockFamily(studentId);
    const country = await this.guardians.country();
    const { id, wasLinked } = await this.link(studentId, guardian, { country, path: 'phone' });
    if (wasLinked) throw new Problem('duplicate', { detail: `${guardian.name} is known already`, existingId: id });
    await this.timeline.record({ studentId, kind: 'guardian.added', details: { name: guardian.name } });
  }

  async change(studentId: string, guardianId: string, change: InputOf<typeof changeGuardian>['body']): Promise<void> {
    await this.guardians.lockFamily(studentId);
    found(
      (await this.of(studentId)).find(({ id }) => id === guardianId),
      'guardian',
    );
    const { name, phone, email, isPrimary, ...link } = change;
    const stored = phone === undefined ? undefined : storedPhone(phone, await this.guardians.country(), 'phone');
    await this.guardians.change(guardianId, {
      ...(name !== undefined && { name }),
      ...(stored && { phone: stored }),
      ...(email !== undefined && { email }),
    });
    await this.guardians.changeLink(studentId, guardianId, withoutUndefined(link));
    if (isPrimary) await this.guardians.makePrimary(studentId, guardianId);
    await this.assertStaysReachable(studentId);
  }

  async remove(studentId: string, guardianId: string): Promise<void> {
    await this.guardians.lockFamily(studentId);
    const leaving = found(
      (await this.of(studentId)).find(({ id }) => id === guardianId),
      'guardian',
    );
    await this.guardians.unlink(studentId, guardianId);
    await this.assertStaysReachable(studentId);
    const [next] = await this.of(studentId);
    if (next) await this.guardians.makePrimary(studentId, next.id);
    await this.timeline.record({ studentId, kind: 'guardian.removed', details: { name: leaving.name } });
  }

  /** Nobody is enrolled whose family cannot be reached. */
  async assertReachable(studentId: string): Promise<void> {
    if (!isReachable(await this.of(studentId))) throw new Problem('guardian_contact_required');
  }

  private async assertStaysReachable(studentId: string): Promise<void> {
    if (await this.students.hasLiveEnrollment(studentId)) await this.assertReachable(studentId);
  }

  private async link(studentId: string, guardian: NewGuardian, from: { country: string; path: string }) {
    const { name, relationship, mayPickUp, mayBook, isPrimary } = guardian;
    const phone = storedPhone(guardian.phone, from.country, from.path);
    const email = guardian.email ?? null;
    const family = await this.of(studentId);
    const known = await this.findKnown({ name, e164: phone.e164, email }, new Set(family.map(({ id }) => id)));
    const id = known ?? (await this.guardians.add({ name, phone, email }));
    if (known && email) await this.guardians.fillEmail(known, email);
    const wasLinked = family.some((one) => one.id === id);
    if (!wasLinked) await this.guardians.link(studentId, id, { relationship, mayPickUp, mayBook });
    if (isPrimary || !family.some((one) => one.isPrimary)) await this.guardians.makePrimary(studentId, id);
    return { id, wasLinked, known: known !== undefined };
  }

  private async findKnown(
    { name, e164, email }: { name: string; e164: string | null; email: string | null },
    familyIds: ReadonlySet<string>,
  ): Promise<string | undefined> {
    if (!e164 && !email) return undefined;
    return whoIsMeant(await this.guardians.withContact(e164, email, name), familyIds);
  }
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- entries lose their types
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<T>;
}

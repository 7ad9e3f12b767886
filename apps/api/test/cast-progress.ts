import type { Cast, Person } from './cast.ts';
import { addChild, enroll, expectStatus, type Made, openBatch } from './cast-classes.ts';

/** A Monday in Kolkata, before the class of the day. The tests of progress set the clock to it. */
export const MORNING = new Date('2026-11-23T10:00:00+05:30');
export const TODAY = '2026-11-23';

export interface TaughtSkill extends Made {
  name: string;
  category: string | null;
  position: number;
  retiredAt: string | null;
  version: number;
}

export interface MadeCurriculum extends Made {
  name: string;
  version: number;
  skills: TaughtSkill[];
}

/** With the skills of these lines, in their order. */
export async function newCurriculum(
  author: Person,
  lines: string[] = ['Floor:', 'Forward roll', 'Cartwheel', 'Beam:', 'Walk forward'],
  name = 'Gymnastics Foundation',
): Promise<MadeCurriculum> {
  const { id } = expectStatus<Made>(await author.post('/curricula').send({ name }), 201);
  const pasted = await author.post(`/curricula/${id}/skills/paste`).send({ lines });
  return expectStatus<{ curriculum: MadeCurriculum }>(pasted, 201).curriculum;
}

export const skillCalled = ({ skills }: { skills: TaughtSkill[] }, name: string): TaughtSkill =>
  skills.find((skill) => skill.name === name)!;

/** A batch that learns a curriculum, with its trainer and one child for each name. */
export async function learningBatch(center: Cast, names: string[] = ['Aarav', 'Meera']) {
  const admin = await center.staff('CENTER_ADMIN', 'Admin');
  const trainer = await center.staff('TRAINER', 'Asha');
  const curriculum = await newCurriculum(admin);
  const batch = await openBatch(admin, { trainerUserIds: [trainer.id], curriculumId: curriculum.id });
  const children: string[] = [];
  for (const name of names) {
    const child = await addChild(admin, name);
    await enroll(center, child, { batchId: batch.id, from: TODAY, to: '2026-12-31' });
    children.push(child);
  }
  return { admin, trainer, curriculum, batch, children };
}

export interface Rating {
  studentId: string;
  skillId: string;
  level: string;
  notes?: string;
}

export const rate = (person: Person, updates: Rating[], classSessionId?: string) =>
  person.post('/skill-progress').send({ updates, ...(classSessionId && { classSessionId }) });

import { Dice } from './dice.ts';
import type { Story } from './leads-story.ts';
import type { OpenCenter, OpenOrganization } from './organization.ts';
import type { BatchScript } from './script.ts';
import type { Player } from './stage.ts';

interface Curriculum {
  id: string;
  skills: { id: string }[];
}

/** What is taught in a center, and how far everybody is with it. */
export interface Progress {
  curriculumOf: (batch: BatchScript) => Curriculum | undefined;
  /** By batch. */
  learned: Map<string, Curriculum>;
  /** The index of the level, by student and skill. */
  standings: Map<string, number>;
  /** Its own, so that the rest of the story is what it would be without. */
  dice: Dice;
}

interface Session {
  id: string;
  batchId: string | null;
}

const levels = ['NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED', 'MASTERED'];
const praise = ['Straight legs at last', 'Both sides', 'With a little help', 'Asked to show it to everybody'];
const setbacks = ['Lost confidence after a fall', 'Long break, we start again', 'Only on the left side now'];
/** Out of how many of the next skills a class picks what it works on. */
const WITHIN_REACH = 6;
const OLDER = 6;
const DAY_MS = 86_400_000;

/** Skills by category, by curriculum. */
type Curricula = Record<string, Record<string, string[]>>;

const gymnastics: Curricula = {
  'Gymnastics Foundation Level 1': {
    'Body skills': ['Monkey kick', 'Bear walk', 'Tuck, straddle, pike', 'Straight jump and stick'],
    Floor: ['Log roll', 'Forward roll', 'Donkey kick', 'Bridge', 'Handstand against the wall'],
    Bars: ['Front support', 'Monkey hang', 'Skin the cat'],
    Beam: ['Walk forward', 'Walk sideways', 'Relevé hold'],
    Vault: ['Run and hurdle', 'Straddle on, jump off'],
  },
  'Gymnastics Foundation Level 2': {
    Floor: ['Backward roll', 'Cartwheel', 'Handstand', 'Round-off', 'Bridge kick-over'],
    Bars: ['Pullover', 'Cast', 'Back hip circle', 'Glide swing'],
    Beam: ['Arabesque', 'Half turn', 'Stretch jump'],
    Vault: ['Squat on', 'Handstand flat back'],
    'Body skills': ['Hollow hold', 'Press to straddle'],
  },
};

const yoga: Curricula = {
  'Yoga foundations': {
    Standing: ['Mountain', 'Warrior one', 'Warrior two', 'Triangle', 'Chair'],
    Balance: ['Tree', 'Half moon', 'Crow'],
    'Seated and floor': ['Boat', 'Cobra', 'Bridge', 'Seated forward fold'],
    Breath: ['Even breath', 'Three-part breath', 'Alternate nostril'],
  },
};

/** What the organization teaches in all of its centers, written before the first of them opened. */
export async function writeCurricula({ script, stage, owner }: OpenOrganization): Promise<void> {
  stage.setTime(new Date(Date.now() - 100 * DAY_MS));
  if (!script.adults) await write(owner, gymnastics);
}

/** Younger children learn the first curriculum, the others the last; a studio of adults has one of its own. */
export async function planLearning(center: OpenCenter, adults: boolean): Promise<Progress> {
  if (adults) await write(center.admin, yoga);
  const { items } = await center.admin.do<{ items: { id: string }[] }>('GET', '/curricula');
  const curricula: Curriculum[] = [];
  for (const { id } of items) curricula.push(await center.admin.do('GET', `/curricula/${id}`));
  return {
    curriculumOf: ({ ageMin }) => curricula.at(ageMin < OLDER ? 0 : -1),
    learned: new Map(),
    standings: new Map(),
    dice: new Dice(center.script.enquiries + items.length),
  };
}

/** In two of five classes the trainer notes how far those who were there have come. */
export async function assess(
  { progress }: Story,
  trainer: Player,
  session: Session,
  present: readonly string[],
): Promise<void> {
  const curriculum = progress.learned.get(session.batchId ?? '');
  if (!curriculum || present.length === 0 || !progress.dice.chance(0.4)) return;
  const skillIds = curriculum.skills.map(({ id }) => id);
  const updates = present.flatMap((studentId) => ratings(progress, studentId, skillIds));
  if (updates.length > 0) await trainer.do('POST', '/skill-progress', { classSessionId: session.id, updates });
}

/** A step with some of the skills within reach; now and then a step back. */
function ratings({ dice, standings }: Progress, studentId: string, skillIds: readonly string[]) {
  const cell = (skillId: string) => `${studentId} ${skillId}`;
  const level = (skillId: string) => standings.get(cell(skillId)) ?? 0;
  const open = skillIds.filter((skillId) => level(skillId) < levels.length - 1).slice(0, WITHIN_REACH);
  const picked = new Set(Array.from({ length: dice.between(2, 5) }, () => dice.pick(open)).filter(Boolean));
  return [...picked].map((skillId) => {
    const before = level(skillId);
    const isSetback = before > 1 && dice.chance(0.04);
    const now = isSetback ? before - 1 : before + 1;
    standings.set(cell(skillId), now);
    const notes = isSetback ? dice.pick(setbacks) : dice.chance(0.1) ? dice.pick(praise) : undefined;
    return { studentId, skillId, level: levels[now], ...(notes && { notes }) };
  });
}

async function write(author: Player, curricula: Curricula): Promise<void> {
  for (const [name, categories] of Object.entries(curricula)) {
    const lines = Object.entries(categories).flatMap(([category, skills]) => [`${category}:`, ...skills]);
    const { id } = await author.do<{ id: string }>('POST', '/curricula', { name });
    await author.do('POST', `/curricula/${id}/skills/paste`, { lines });
  }
}

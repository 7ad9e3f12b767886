import type { SkillLevel } from '@cartwheel/contracts';

/** From the lowest to the highest. */
export const levels = ['NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED', 'MASTERED'] as const satisfies readonly SkillLevel[];

const rank = (level: SkillLevel) => levels.indexOf(level);

export const isLower = (level: SkillLevel, than: SkillLevel) => rank(level) < rank(than);
export const isReached = (level: SkillLevel) => !isLower(level, 'ACHIEVED');

/** One step up; null at the top. */
export const levelAbove = (level: SkillLevel): SkillLevel | null => levels[rank(level) + 1] ?? null;

import type { SkillLevel } from '@cartwheel/contracts';

export interface AssessedSkill {
  studentId: string;
  skillId: string;
  level: SkillLevel;
  previousLevel: SkillLevel;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    /** What was rated in one go, without what stayed as it was. */
    'progress.assessed': { sessionId: string | null; skills: AssessedSkill[] };
  }
}

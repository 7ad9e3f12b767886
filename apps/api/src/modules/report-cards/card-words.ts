import type { ReportCardSnapshot, ReportedSkill, SkillLevel } from '@cartwheel/contracts';

export const levels = ['NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED', 'MASTERED'] as const satisfies readonly SkillLevel[];

export const levelWords: Record<SkillLevel, string> = {
  NOT_STARTED: 'Not started',
  IN_PROGRESS: 'In progress',
  ACHIEVED: 'Achieved',
  MASTERED: 'Mastered',
};

/** How far a skill has moved within the period: 2 is two levels up. */
export const changeOf = ({ level, before }: ReportedSkill): number => levels.indexOf(level) - levels.indexOf(before);

/** `COACH` as Coach. */
export const termShown = (term: string): string => term.charAt(0) + term.slice(1).toLowerCase();

export const dayShown = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** A file's name is ASCII: a header takes nothing else. */
export function fileNameOf({ student, period, version }: ReportCardSnapshot): string {
  const name = student.name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return ['report-card', name, period.to, `v${version}`].filter(Boolean).join('-') + '.pdf';
}

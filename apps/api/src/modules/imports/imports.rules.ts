import type { changeImport, Import, InputOf } from '@cartwheel/contracts';
import { fieldsOf, type ImportKind } from '@cartwheel/sheets';
import type { Actor } from '../../platform/auth/actor.ts';
import { Problem, refuse } from '../../platform/problems/problem.ts';
import { optionsOf } from './import-options.rules.ts';
import type { Recognised } from './sheet-request.ts';

/** What was recognised in a file, and what a person chose instead. */
export interface ImportPlan {
  recognised: Recognised;
  encoding: string | null;
  choice: { sheet?: string[] | undefined; headerRow?: number | undefined };
  mapping: Record<string, string | null>;
  dateOrder: Import['dateOrder'];
  defaults: Record<string, string>;
  valueMap: Record<string, Record<string, string>>;
}

export interface Counts {
  created: number;
  updated: number;
  skipped: number;
  failed: number;
}

export type Outcome = 'CREATED' | 'UPDATED' | 'SKIPPED' | 'FAILED';

export const UNDO_DAYS = 7;

const steps = {
  change: ['UPLOADED', 'CHECKED'],
  'dry-run': ['UPLOADED', 'CHECKED'],
  run: ['UPLOADED', 'CHECKED'],
  undo: ['DONE', 'FAILED'],
} as const satisfies Record<string, readonly Import['status'][]>;

/** Enrollments and their money are for admins; leads are the front desk's own work, where the center allows it. */
export function assertMayImport(actor: Actor, kind: ImportKind): void {
  if (actor.role === 'COUNSELOR' && kind !== 'LEADS') throw new Problem('forbidden');
}

export function assertPossible(
  step: keyof typeof steps,
  { status, finishedAt }: { status: Import['status']; finishedAt: string | null },
  now: Date,
): void {
  const allowed = Object.keys(steps).filter(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of steps
    (name) => steps[name as keyof typeof steps].some((possible) => possible === status),
  );
  if (!allowed.includes(step)) {
    throw new Problem('invalid_transition', { detail: `This import is ${status.toLowerCase()}`, allowed });
  }
  const until = step === 'undo' ? undoUntil({ status, finishedAt }) : null;
  if (until && new Date(until) < now) {
    throw new Problem('invalid_transition', { detail: `It could be taken back for ${UNDO_DAYS} days`, allowed: [] });
  }
}

export function undoUntil({
  status,
  finishedAt,
}: {
  status: Import['status'];
  finishedAt: string | null;
}): string | null {
  if (!finishedAt || (status !== 'DONE' && status !== 'FAILED')) return null;
  return new Date(Date.parse(finishedAt) + UNDO_DAYS * 86_400_000).toISOString();
}

type Change = InputOf<typeof changeImport>['body'];

/** The plan as it was changed. Another table has other columns, so what was said about the old ones is dropped. */
export function changedPlan(plan: ImportPlan, change: Change, kind: ImportKind): ImportPlan {
  assertFields(change, kind);
  const isOtherTable = change.sheet !== undefined || change.headerRow !== undefined;
  return {
    ...plan,
    choice: isOtherTable
      ? { sheet: change.sheet ?? plan.choice.sheet ?? plan.recognised.sheet.slice(0, 1), headerRow: change.headerRow }
      : plan.choice,
    mapping: { ...(isOtherTable ? {} : plan.mapping), ...change.mapping },
    dateOrder: change.dateOrder ?? plan.dateOrder,
    defaults: change.defaults ?? plan.defaults,
    valueMap: change.valueMap ?? plan.valueMap,
  };
}

function assertFields(
  { mapping = {}, defaults = {}, valueMap = {}, sheet, headerRow }: Change,
  kind: ImportKind,
): void {
  const known = new Set<string>(fieldsOf[kind]);
  for (const [index, field] of Object.entries(mapping)) {
    if (field !== null && !known.has(field)) throw refuse(`mapping.${index}`, `“${field}” is no field of this kind`);
  }
  for (const [name, fields] of Object.entries({ defaults, valueMap })) {
    const unknown = Object.keys(fields).find(
      (field) => !known.has(field) && !(name === 'defaults' && optionsOf[kind].includes(field)),
    );
    if (unknown) throw refuse(`${name}.${unknown}`, `“${unknown}” is no field of this kind`);
  }
  if (headerRow !== undefined && (sheet?.length ?? 1) > 1)
    throw refuse('headerRow', 'Choose one sheet for a header row');
}

/** As the contract shows it: suggestions, overruled by what was chosen. */
export function fullMapping({ recognised }: ImportPlan): Import['mapping'] {
  return Object.fromEntries(recognised.columns.map(({ index, field }) => [String(index), field]));
}

export function countsOf(outcomes: readonly Outcome[]): Counts {
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return { created: count('CREATED'), updated: count('UPDATED'), skipped: count('SKIPPED'), failed: count('FAILED') };
}

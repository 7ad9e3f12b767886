import type { Mark, Roster, RosterRow, Warning } from '@cartwheel/contracts';
import type { Unsaved } from '../../lib/save-queue.ts';

export interface MarkChange {
  studentId: string;
  /** Null takes a mark back. */
  status: Mark | null;
  notes?: string;
}
export type MarkList = MarkChange[];

/** A mark on its way to the API; refused with the warning for which the center's settings refuse it. */
export type SentMark = Unsaved<MarkChange, Warning['code']>;

const cameWith: readonly Mark[] = ['PRESENT', 'LATE', 'MAKEUP', 'TRIAL'];
const stayedAwayWith: readonly Mark[] = ['ABSENT', 'EXCUSED', 'CANCELLED'];
const askedAbout: readonly Warning['code'][] = ['EXPIRED', 'USED_UP', 'PAUSED', 'UNPAID', 'SEE_FRONT_DESK'];

export const isPresent = (mark: Mark | null) => mark !== null && cameWith.includes(mark);
export const isAbsent = (mark: Mark | null) => mark !== null && stayedAwayWith.includes(mark);

/** The reasons to ask before this student is marked present. */
export function doubtsAbout(warnings: readonly Warning[]): Warning[] {
  return warnings.filter((warning) => askedAbout.includes(warning.code));
}

/** What a row shows: the mark that was tapped, or the one that is stored. */
export function markOf(row: RosterRow, sent: SentMark | undefined): Mark | null {
  return sent && sent.state !== 'refused' ? sent.change.status : row.mark;
}

export type SectionName = 'unsaved' | 'enrolled' | 'guests' | 'unexpected' | 'announced';
export type Sent = ReadonlyMap<string, SentMark>;

/** The rows under their headings. What could not be saved stands first, whoever it is. */
export function sectionsOf(rows: readonly RosterRow[], sent: Sent): { name: SectionName; rows: RosterRow[] }[] {
  const names: SectionName[] = ['unsaved', 'enrolled', 'guests', 'unexpected', 'announced'];
  return names
    .map((name) => ({ name, rows: rows.filter((row) => sectionOf(row, sent.get(row.studentId)) === name) }))
    .filter((section) => section.rows.length > 0);
}

function sectionOf(row: RosterRow, sent: SentMark | undefined): SectionName {
  if (sent && sent.state !== 'saving') return 'unsaved';
  if (row.kind === 'ENROLLED') return 'enrolled';
  if (row.kind === null && row.absence) return 'announced';
  return row.kind === 'TRIAL' || row.kind === 'MAKEUP' ? 'guests' : 'unexpected';
}

export function countsOf(rows: readonly RosterRow[], sent: Sent) {
  const marks = rows.map((row) => ({ row, mark: markOf(row, sent.get(row.studentId)) }));
  return {
    present: marks.filter(({ mark }) => isPresent(mark)).length,
    absent: marks.filter(({ mark }) => isAbsent(mark)).length,
    /** Only those who have a seat are waited for. */
    open: marks.filter(({ row, mark }) => mark === null && row.kind !== null).length,
  };
}

/** Who "Mark remaining" is about: everybody with a seat and no mark whom the center's settings let in. */
export function remainingOf(rows: readonly RosterRow[], sent: Sent): RosterRow[] {
  return rows.filter((row) => row.kind !== null && !row.blocked && markOf(row, sent.get(row.studentId)) === null);
}

/** The roster with what the API said about these students; what others are doing meanwhile stays. */
export function withAnswer(now: Roster, answer: Roster, about: ReadonlySet<string>): Roster {
  const fresh = new Map(answer.rows.map((row) => [row.studentId, row]));
  const known = new Set(now.rows.map((row) => row.studentId));
  const rows = now.rows.map((row) => (about.has(row.studentId) ? (fresh.get(row.studentId) ?? row) : row));
  return { session: answer.session, rows: [...rows, ...answer.rows.filter((row) => !known.has(row.studentId))] };
}

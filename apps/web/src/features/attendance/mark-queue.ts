import type { Mark, Warning } from '@cartwheel/contracts';
import { newKey } from '../../lib/keys.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import type { Sent, SentMark } from './marks.ts';

export type MarkList = { studentId: string; status: Mark | null; notes?: string }[];

/** One tap, or one "Mark remaining"; the key is the same for every attempt to save it. */
export interface MarkAct {
  key: string;
  marks: MarkList;
}

export type Blocked = readonly { studentId: string; code: Warning['code'] }[];

/**
 * What was tapped and is not yet known to be saved. Acts on the same student are sent one after the other;
 * a later one decides what is shown.
 */
export class MarkQueue {
  private sent: Sent = new Map();
  private readonly latest = new Map<string, MarkAct>();
  private readonly turns = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();
  private readonly send: (act: MarkAct) => Promise<Blocked>;
  private readonly onSettled: () => void;

  constructor(send: (act: MarkAct) => Promise<Blocked>, onSettled: () => void) {
    this.send = send;
    this.onSettled = onSettled;
  }

  readonly shown = (): Sent => this.sent;

  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => void this.listeners.delete(listen);
  };

  mark(marks: MarkList): void {
    this.attempt({ key: newKey(), marks });
  }

  /** Sends the same act again, with the same key. */
  retry(studentId: string): void {
    const act = this.latest.get(studentId);
    if (act) this.attempt(act);
  }

  /** Back to what is stored. */
  dismiss(studentId: string): void {
    this.latest.delete(studentId);
    this.show([studentId], () => null);
  }

  private attempt(act: MarkAct): void {
    const ids = act.marks.map((mark) => mark.studentId);
    for (const id of ids) this.latest.set(id, act);
    this.showAct(act, saving);
    const turn = Promise.all(ids.map((id) => this.turns.get(id) ?? Promise.resolve())).then(() => this.save(act));
    for (const id of ids) this.turns.set(id, turn);
  }

  private async save(act: MarkAct): Promise<void> {
    try {
      const blocked = new Map((await this.send(act)).map((one) => [one.studentId, one.code]));
      this.showAct(act, ({ studentId, status }) => {
        const blockedBy = blocked.get(studentId);
        return blockedBy ? { status, state: 'refused', problem: null, blockedBy } : null;
      });
    } catch (failure) {
      const problem = failure instanceof Error ? failure : new Error(String(failure));
      const state = isRefusal(problem) ? 'refused' : 'failed';
      this.showAct(act, ({ status }) => ({ status, state, problem, blockedBy: null }));
    }
    this.onSettled();
  }

  /** Only where no later act has taken over. */
  private showAct(act: MarkAct, view: (mark: MarkList[number]) => SentMark | null): void {
    const current = act.marks.filter((mark) => this.latest.get(mark.studentId) === act);
    const views = new Map(current.map((mark) => [mark.studentId, view(mark)]));
    this.show([...views.keys()], (id) => views.get(id) ?? null);
  }

  private show(ids: readonly string[], view: (id: string) => SentMark | null): void {
    const next = new Map(this.sent);
    for (const id of ids) {
      const shown = view(id);
      if (shown) next.set(id, shown);
      else next.delete(id);
    }
    this.sent = next;
    for (const listen of this.listeners) listen();
  }
}

const saving = ({ status }: MarkList[number]): SentMark => ({
  status,
  state: 'saving',
  problem: null,
  blockedBy: null,
});

/** The API understood and said no: trying again changes nothing. */
function isRefusal(problem: Error): boolean {
  return (
    problem instanceof ApiProblem && [403, 404, 409, 422].includes(problem.status) && problem.code !== 'conflict_retry'
  );
}

import { ApiProblem } from './api-problem.ts';
import { newKey } from './keys.ts';

/** One tap, or one "all of them"; the key is the same for every attempt to save it. */
export interface Act<Change> {
  key: string;
  changes: readonly Change[];
}

export interface Unsaved<Change, Refusal> {
  change: Change;
  /** `refused`: the API answered no; `failed`: no usable answer, the same act can be tried again. */
  state: 'saving' | 'failed' | 'refused';
  problem: Error | null;
  /** Why the API left this one out of an act whose rest it took. */
  refusal: Refusal | null;
}

interface Saving<Change, Refusal> {
  /** What a change is about; changes of the same thing are saved one after the other. */
  idOf: (change: Change) => string;
  /** Saves one act; answers what the API left out of it, and why. */
  send: (act: Act<Change>) => Promise<ReadonlyMap<string, Refusal>>;
  /** After every attempt. */
  onSettled: () => void;
  /** How long a tap may still be replaced by the next one before it is sent. */
  pauseMs?: number;
}

type View<Change, Refusal> = (change: Change) => Unsaved<Change, Refusal> | null;

/** What was tapped and is not yet known to be saved. Of several acts on one thing the last decides what is shown. */
export class SaveQueue<Change, Refusal = never> {
  private unsaved: ReadonlyMap<string, Unsaved<Change, Refusal>> = new Map();
  private readonly latest = new Map<string, Act<Change>>();
  private readonly turns = new Map<string, Promise<void>>();
  private readonly pauses = new Set<() => void>();
  private readonly listeners = new Set<() => void>();
  private readonly saving: Saving<Change, Refusal>;

  constructor(saving: Saving<Change, Refusal>) {
    this.saving = saving;
  }

  readonly shown = (): ReadonlyMap<string, Unsaved<Change, Refusal>> => this.unsaved;

  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => void this.listeners.delete(listen);
  };

  add(changes: readonly Change[]): void {
    this.attempt({ key: newKey(), changes });
  }

  /** Sends the same act again, with the same key. */
  retry(id: string): void {
    const act = this.latest.get(id);
    if (act) this.attempt(act);
  }

  /** Everything that got no answer, for example when the connection is back. */
  retryFailed(): void {
    const failed = [...this.unsaved].filter(([, { state }]) => state === 'failed');
    for (const act of new Set(failed.map(([id]) => this.latest.get(id)))) if (act) this.attempt(act);
  }

  /** Back to what is stored. */
  dismiss(id: string): void {
    this.latest.delete(id);
    this.show(new Map([[id, null]]));
  }

  /** Sends at once what waits for a possible next tap, for example when the page is left. */
  readonly flush = (): void => {
    for (const end of this.pauses) end();
  };

  private attempt(act: Act<Change>): void {
    const ids = act.changes.map(this.saving.idOf);
    for (const id of ids) this.latest.set(id, act);
    this.showAct(act, (change) => ({ change, state: 'saving', problem: null, refusal: null }));
    const before = ids.map((id) => this.turns.get(id) ?? Promise.resolve());
    const turn = Promise.all([...before, this.pause()]).then(() => this.save(act));
    for (const id of ids) this.turns.set(id, turn);
  }

  private pause(): Promise<void> {
    const { pauseMs } = this.saving;
    if (!pauseMs) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, pauseMs);
      this.pauses.add(end);
    });
  }

  private async save(act: Act<Change>): Promise<void> {
    if (this.saving.pauseMs && this.isReplaced(act)) return;
    try {
      const refusals = await this.saving.send(act);
      this.showAct(act, (change) => {
        const refusal = refusals.get(this.saving.idOf(change));
        return refusal === undefined ? null : { change, state: 'refused', problem: null, refusal };
      });
    } catch (failure) {
      const problem = failure instanceof Error ? failure : new Error(String(failure));
      const state = isRefusal(problem) ? 'refused' : 'failed';
      this.showAct(act, (change) => ({ change, state, problem, refusal: null }));
    }
    this.saving.onSettled();
  }

  private isReplaced(act: Act<Change>): boolean {
    return act.changes.every((change) => this.latest.get(this.saving.idOf(change)) !== act);
  }

  /** Only where no later act has taken over. */
  private showAct(act: Act<Change>, view: View<Change, Refusal>): void {
    const current = act.changes.map((change) => [this.saving.idOf(change), change] as const);
    const own = current.filter(([id]) => this.latest.get(id) === act);
    this.show(new Map(own.map(([id, change]) => [id, view(change)])));
  }

  private show(views: ReadonlyMap<string, Unsaved<Change, Refusal> | null>): void {
    const next = new Map(this.unsaved);
    for (const [id, view] of views) {
      if (view) next.set(id, view);
      else next.delete(id);
    }
    this.unsaved = next;
    for (const listen of this.listeners) listen();
  }
}

/** The API understood and said no: trying again changes nothing. */
function isRefusal(problem: Error): boolean {
  return (
    problem instanceof ApiProblem &&
    [400, 403, 404, 409, 422].includes(problem.status) &&
    problem.code !== 'conflict_retry'
  );
}

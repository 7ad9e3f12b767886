import { ApiProblem, offlineProblem } from './api-problem.ts';
import { type Act, SaveQueue } from './save-queue.ts';

interface Change {
  id: string;
  to: string;
}
const idOf = (change: Change) => change.id;
const nothing = { idOf, onSettled: () => {} };
const saved = async () => new Map<string, never>();
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const wordsOf = (acts: readonly Act<Change>[]) => acts.map((act) => act.changes[0]?.to);

/** Keeps what was sent, and answers when told to. */
function slowly(given: { pauseMs?: number } = {}) {
  const sent: Act<Change>[] = [];
  const answers: (() => void)[] = [];
  const send = (act: Act<Change>) => {
    sent.push(act);
    return new Promise<Map<string, never>>((resolve) => answers.push(() => resolve(new Map<string, never>())));
  };
  return { sent, answers, queue: new SaveQueue<Change>({ ...nothing, ...given, send }) };
}

it('sends two acts on one thing one after the other, and the later one is shown', async () => {
  const { sent, answers, queue } = slowly();
  queue.add([{ id: 'a', to: 'one' }]);
  queue.add([{ id: 'a', to: 'two' }]);
  await settled();
  expect(wordsOf(sent)).toEqual(['one']);
  answers[0]?.();
  await settled();
  expect(wordsOf(sent)).toEqual(['one', 'two']);
  expect(queue.shown().get('a')?.change.to).toBe('two');
});

it('forgets what is saved', async () => {
  const queue = new SaveQueue<Change>({ ...nothing, send: saved });
  queue.add([{ id: 'a', to: 'one' }]);
  await settled();
  expect(queue.shown().size).toBe(0);
});

it('keeps apart what got no answer and what was refused', async () => {
  const failures = [offlineProblem(), new ApiProblem({ code: 'session_closed', status: 409, title: 'Closed' })];
  const send = async () => {
    throw failures.shift();
  };
  const queue = new SaveQueue<Change>({ ...nothing, send });
  queue.add([{ id: 'a', to: 'one' }]);
  queue.add([{ id: 'b', to: 'one' }]);
  await settled();
  expect(queue.shown().get('a')?.state).toBe('failed');
  expect(queue.shown().get('b')?.state).toBe('refused');
});

it('shows for each part of one act whether it was refused', async () => {
  const queue = new SaveQueue<Change, string>({ ...nothing, send: async () => new Map([['b', 'EXPIRED']]) });
  queue.add([
    { id: 'a', to: 'one' },
    { id: 'b', to: 'one' },
  ]);
  await settled();
  expect([...queue.shown().keys()]).toEqual(['b']);
  expect(queue.shown().get('b')?.refusal).toBe('EXPIRED');
});

it('sends everything that got no answer again when told, with the same keys', async () => {
  const keys: string[] = [];
  const failures: Error[] = [offlineProblem(), offlineProblem()];
  const queue = new SaveQueue<Change>({
    ...nothing,
    send: async ({ key }) => {
      keys.push(key);
      const failure = failures.shift();
      if (failure) throw failure;
      return new Map<string, never>();
    },
  });
  queue.add([{ id: 'a', to: 'one' }]);
  queue.add([
    { id: 'b', to: 'one' },
    { id: 'c', to: 'one' },
  ]);
  await settled();
  queue.retryFailed();
  await settled();
  expect(keys).toHaveLength(4);
  expect(keys.slice(2)).toEqual(keys.slice(0, 2));
  expect(queue.shown().size).toBe(0);
});

it('sends only the last of several quick taps on one thing', async () => {
  const { sent, queue } = slowly({ pauseMs: 20 });
  for (const to of ['one', 'two', 'three']) queue.add([{ id: 'a', to }]);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(wordsOf(sent)).toEqual(['three']);
});

it('does not wait for a next tap when the page is left', async () => {
  const { sent, queue } = slowly({ pauseMs: 60_000 });
  queue.add([{ id: 'a', to: 'one' }]);
  queue.flush();
  await settled();
  expect(wordsOf(sent)).toEqual(['one']);
});

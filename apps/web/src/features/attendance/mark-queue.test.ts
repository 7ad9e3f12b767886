import { ApiProblem, offlineProblem } from '../../lib/api-problem.ts';
import { type MarkAct, MarkQueue } from './mark-queue.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('sends two taps on one student one after the other, and the later one is shown', async () => {
  const sent: MarkAct[] = [];
  const answers: (() => void)[] = [];
  const queue = new MarkQueue(
    (act) => {
      sent.push(act);
      return new Promise((resolve) => answers.push(() => resolve([])));
    },
    () => {},
  );
  queue.mark([{ studentId: 'a', status: 'PRESENT' }]);
  queue.mark([{ studentId: 'a', status: 'ABSENT' }]);
  await settled();
  expect(sent.map((act) => act.marks[0]?.status)).toEqual(['PRESENT']);
  answers[0]?.();
  await settled();
  expect(sent.map((act) => act.marks[0]?.status)).toEqual(['PRESENT', 'ABSENT']);
  expect(queue.shown().get('a')?.status).toBe('ABSENT');
});

it('forgets a tap that is saved', async () => {
  const queue = new MarkQueue(
    async () => [],
    () => {},
  );
  queue.mark([{ studentId: 'a', status: 'PRESENT' }]);
  await settled();
  expect(queue.shown().size).toBe(0);
});

it('keeps apart what got no answer and what was refused', async () => {
  const failures = [offlineProblem(), new ApiProblem({ code: 'session_closed', status: 409, title: 'Closed' })];
  const queue = new MarkQueue(
    async () => {
      throw failures.shift();
    },
    () => {},
  );
  queue.mark([{ studentId: 'a', status: 'PRESENT' }]);
  queue.mark([{ studentId: 'b', status: 'PRESENT' }]);
  await settled();
  expect(queue.shown().get('a')?.state).toBe('failed');
  expect(queue.shown().get('b')?.state).toBe('refused');
});

it('shows for each student of one act whether the settings refused it', async () => {
  const queue = new MarkQueue(
    async () => [{ studentId: 'b', code: 'EXPIRED' }],
    () => {},
  );
  queue.mark([
    { studentId: 'a', status: 'PRESENT' },
    { studentId: 'b', status: 'PRESENT' },
  ]);
  await settled();
  expect([...queue.shown().keys()]).toEqual(['b']);
  expect(queue.shown().get('b')?.blockedBy).toBe('EXPIRED');
});

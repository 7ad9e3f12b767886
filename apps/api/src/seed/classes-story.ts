import type { Story } from './leads-story.ts';
import { assess } from './progress-story.ts';

interface Session {
  id: string;
  batchId: string | null;
  startTime: string;
  status: string;
  trainer: { id: string } | null;
}
interface Row {
  studentId: string;
  kind: string | null;
}

/** Every class of a day, marked by whoever taught it. */
export async function teachDay(story: Story, date: string): Promise<void> {
  const { center } = story;
  const { items } = await center.admin.do<{ items: Session[] }>('GET', `/class-sessions?date=${date}`);
  for (const session of items.filter(({ status }) => status !== 'CANCELLED')) {
    story.at(date, session.startTime);
    await teach(story, session);
  }
}

export async function teach(story: Story, session: Session): Promise<void> {
  const { center, dice } = story;
  const teacher = session.trainer?.id === center.second.id ? center.second : center.first;
  const { rows } = await teacher.do<{ rows: Row[] }>('GET', `/class-sessions/${session.id}/roster`);
  const marks = rows
    .filter(({ kind }) => kind !== null)
    .map(({ studentId, kind }) => ({ studentId, status: markOf(kind, dice.roll()) }));
  if (marks.length > 0) await teacher.do('POST', '/attendance/mark', { classSessionId: session.id, marks });
  const trials = rows.filter(({ kind }) => kind === 'TRIAL').map(({ studentId }) => studentId);
  const there = marks
    .filter(({ status }) => status === 'PRESENT' || status === 'LATE')
    .map(({ studentId }) => studentId);
  const learners = there.filter((studentId) => !trials.includes(studentId));
  await assess(story, teacher, session, learners);
}

function markOf(kind: string | null, luck: number): string {
  if (kind === 'TRIAL') return luck < 0.85 ? 'PRESENT' : 'ABSENT';
  if (luck < 0.82) return 'PRESENT';
  if (luck < 0.87) return 'LATE';
  return luck < 0.95 ? 'ABSENT' : 'EXCUSED';
}

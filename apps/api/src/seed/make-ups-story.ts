import { addDays } from '@cartwheel/domain/calendar';
import type { Story } from './leads-story.ts';

interface Session {
  id: string;
  status: string;
}
interface Roster {
  rows: { studentId: string; kind: string | null }[];
}
interface Options {
  items: { classSessionId: string; date: string }[];
}

const FAMILIES = 5;
const notes = ['School trip', 'At the grandparents', 'Fever', 'A wedding', 'Dentist'];

/** Families who said yesterday that they will miss a class of the next days; two of them have booked another. */
export async function announceAbsences(story: Story): Promise<void> {
  const { center, today } = story;
  story.at(addDays(today, -1), '17:30');
  const span = `from=${addDays(today, 1)}&to=${addDays(today, 6)}`;
  const { items } = await center.desk.do<{ items: Session[] }>('GET', `/class-sessions?${span}`);
  const asked = new Set<string>();
  const earned: string[] = [];
  for (const { id } of items.filter(({ status }) => status === 'PUBLISHED')) {
    if (asked.size === FAMILIES) break;
    const { rows } = await center.desk.do<Roster>('GET', `/class-sessions/${id}/roster`);
    const student = rows.find(({ kind, studentId }) => kind === 'ENROLLED' && !asked.has(studentId));
    if (!student) continue;
    const { studentId } = student;
    const absence = { studentId, note: notes[asked.size] };
    const { credit } = await center.desk.do<{ credit: object | null }>(
      'POST',
      `/class-sessions/${id}/absences`,
      absence,
    );
    asked.add(studentId);
    if (credit) earned.push(studentId);
  }
  for (const studentId of earned.slice(0, 2)) await makeUp(story, studentId);
}

/** Today, if a class of today fits: then the roster shows it. */
async function makeUp({ center }: Story, studentId: string): Promise<void> {
  const { items } = await center.desk.do<Options>('GET', `/make-ups/options?studentId=${studentId}&days=14`);
  const [first] = items;
  if (first) await center.desk.do('POST', '/make-ups', { studentId, classSessionId: first.classSessionId });
}

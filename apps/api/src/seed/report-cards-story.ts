import { addDays } from '@cartwheel/domain/calendar';
import type { Story } from './leads-story.ts';

/** About as long as the center is open. */
const TERM_DAYS = 69;

interface Child {
  id: string;
  name: string;
}

const sentences: [category: string, text: string][] = [
  ['Effort', '{name} tries again until it works.'],
  ['Effort', '{name} listens closely and gives every exercise a go.'],
  ['Progress', '{name} has become much stronger on the bars this month.'],
  ['Progress', 'Next we work on holding the handstand straight.'],
  ['With others', '{name} cheers for everybody and waits for the turn.'],
  ['At home', 'Five minutes of stretching at home would help a lot.'],
];

/** Yesterday evening: a card that was improved once, those of a whole batch for last month, and some that are begun. */
export async function writeReportCards(story: Story): Promise<void> {
  const { center, today, script } = story;
  if (script.adults) return;
  const yesterday = addDays(today, -1);
  story.at(yesterday, '19:00');
  for (const [category, text] of sentences) await center.admin.do('POST', '/comment-snippets', { category, text });
  const { items } = await center.admin.do<{ items: Child[] }>('GET', '/students?status=ACTIVE&limit=1');
  const [first] = items;
  if (first) await giveTwice(story, first, yesterday);
  await giveAll(story);
}

async function giveTwice(story: Story, child: Child, day: string): Promise<void> {
  const [name] = child.name.split(' ');
  const card = { studentId: child.id, periodStart: addDays(day, -TERM_DAYS), periodEnd: day };
  const write = (comments: string, summary: string) =>
    story.center.admin.do('PUT', '/report-cards/draft', { ...card, comments, summary });
  await write(`${name} tries again until it works.`, '');
  await story.center.admin.do('POST', '/report-cards/generate', card);
  story.at(day, '19:20');
  await write(
    `${name} tries again until it works, and cheers for everybody. Next we work on holding the handstand straight.`,
    `A month in which a lot came together for ${name}.`,
  );
  await story.center.admin.do('POST', '/report-cards/generate', card);
}

async function giveAll(story: Story): Promise<void> {
  const { center, batches, today } = story;
  const batch = batches[1];
  if (!batch) return;
  const lastDay = addDays(`${today.slice(0, 8)}01`, -1);
  const month = { periodStart: `${lastDay.slice(0, 8)}01`, periodEnd: lastDay };
  const summaryNotes = 'We worked on rolls, supports and landing softly.';
  await center.first.do('POST', '/report-cards/generate', { batchId: batch.id, ...month, summaryNotes });
  const days = { periodStart: addDays(today, -29), periodEnd: today };
  const query = new URLSearchParams(days);
  story.at(today, '07:30');
  const { rows } = await center.first.do<{ rows: { student: Child }[] }>(
    'GET',
    `/batches/${batch.id}/report-cards?${query}`,
  );
  for (const { student } of rows.slice(0, 3)) {
    const comments = `${student.name.split(' ')[0]} has become much stronger on the bars this month.`;
    await center.first.do('PUT', '/report-cards/draft', { studentId: student.id, ...days, comments });
  }
}

import { addDays } from '@cartwheel/domain/calendar';
import type { Story } from './leads-story.ts';
import { Refused } from './stage.ts';

interface Plan {
  id: string;
  freezeDaysAllowed: number;
}

const TRIES = 12;
const allowances: Record<string, number> = { MONTHLY: 7, QUARTERLY: 14, YEARLY: 30, PAY_PER_VISIT: 10 };

/** How long a plan of the demo may rest. */
export const freezeDaysOf = (planType: string): number => allowances[planType] ?? 0;

/** A family that left for a week this morning, one that comes back the day after tomorrow, and one that goes next week. */
export async function letPlansRest(story: Story): Promise<void> {
  const { center, today } = story;
  story.at(today, '08:10');
  const { items } = await center.admin.do<{ items: Plan[] }>('GET', '/enrollments?status=ACTIVE&limit=60');
  const plans = items.filter(({ freezeDaysAllowed }) => freezeDaysAllowed >= 7);
  const rests = [
    { from: today, to: addDays(today, 6), reason: 'Grandparents in Mysuru' },
    { from: addDays(today, -4), to: addDays(today, 1), reason: 'Chicken pox' },
    { from: addDays(today, 8), to: addDays(today, 12), reason: 'School camp' },
  ];
  for (const rest of rests) await freezeOne(story, plans, rest);
}

/** The first that can: not who came on those days, nor whose place behind the end is taken. */
async function freezeOne({ center }: Story, plans: Plan[], rest: { from: string; to: string; reason: string }) {
  for (const plan of plans.splice(0, TRIES)) {
    try {
      return await center.admin.do('POST', `/enrollments/${plan.id}/freezes`, rest);
    } catch (error) {
      if (!(error instanceof Refused) || error.status >= 500) throw error;
    }
  }
  return undefined;
}

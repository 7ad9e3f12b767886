/** One statement that fills a whole table, and what it makes. */
export type Step = readonly [what: string, sql: string];

export interface Size {
  name: 'small' | 'large';
  centers: number;
  /** Weeks of attendance behind today: 900 marks a week in each center. */
  weeks: number;
}

const sizes: Record<Size['name'], Size> = {
  small: { name: 'small', centers: 10, weeks: 12 },
  large: { name: 'large', centers: 200, weeks: 28 },
};

export const sizeOf = (args: readonly string[]): Size => (args.includes('--small') ? sizes.small : sizes.large);

export const STUDENTS = 500;
export const BATCHES = 15;
export const SEATED = 30;
export const SKILLS = 60;

const kinds = { center: 1, user: 2, student: 3, lead: 5, batch: 6, session: 7, plan: 16, login: 19, skill: 21 };

/** The ids as `bench.id` makes them in SQL. */
export function idOf(kind: keyof typeof kinds, center: number, no: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  return `${hex(kinds[kind] * 65536 + center, 8)}-${hex(Math.floor(no / 4096), 4)}-7${hex(no % 4096, 3)}-8000-000000000000`;
}

export const sessionNo = (batch: number, day: number): number => batch * 4096 + day + 2000;

/** The days of a batch, counted from today, in a week that begins so many days from today. */
export const daysOf = (batch: number, week: number): [number, number] => [week + (batch % 3), week + (batch % 3) + 3];

export const phoneOf = (center: number, no: number): string => String(9_000_000_000 + (center * STUDENTS + no) * 7919);

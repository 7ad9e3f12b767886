import { decodeQR } from 'qr/decode.js';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signIn } from './browser.ts';
import { pixelsOf } from './camera-film.ts';
import { centerApi, patiently } from './center-api.ts';
import { scan } from './scanner.ts';

const baseURL = process.env['PORTAL_ORIGIN'] ?? 'http://localhost:3000';
const center = '/c/koramangala';
const patience = 180_000;

interface Child {
  id: string;
  name: string;
  enrollmentId: string;
  endDate: string;
  batchId: string;
}

/** The term of one child, told by five people; what one of them does, the next one sees. */
describe('the term of a child', () => {
  let browser: Browser;
  const people = {} as Record<'admin' | 'trainer' | 'desk' | 'hq', Page>;
  const story = { child: {} as Child, code: '', collected: 0 };

  beforeAll(async () => {
    browser = await launchBrowser();
    for (const [who, address, size] of [
      ['admin', 'admin@koramangala', 'desk'],
      ['trainer', 'trainer@koramangala', 'tablet'],
      ['desk', 'desk@koramangala', 'desk'],
      ['hq', 'hq', 'desk'],
    ] as const) {
      people[who] = await openPage(browser, { baseURL, size });
      people[who].setDefaultTimeout(30_000);
      await signIn(people[who], `${address}${who === 'hq' ? '@' : '.'}sunrise.example`, 'cartwheel-demo');
    }
    story.child = await someChild(people.admin, people.trainer);
    story.collected = await collected(people.hq);
  }, patience);
  afterAll(() => browser.close());

  it(
    'begins with a skill that the trainer rates on a tablet',
    async () => {
      const { trainer } = people;
      const { child } = story;
      const { skills, rows } = await matrixOf(trainer, child.batchId);
      const rated = rows.find((row) => row.studentId === child.id)?.cells ?? [];
      const skill = skills.find(({ id }) => rated.find(({ skillId }) => skillId === id)?.level !== 'MASTERED')!;
      await trainer.goto(`${center}/batches/${child.batchId}/skills?who=all&skill=${skill.id}`);
      const levels = trainer.getByRole('group', { name: `Level of ${child.name}`, exact: true });
      await levels.getByRole('button', { name: 'Mastered' }).tap();
      await levels.getByRole('button', { name: 'Mastered', pressed: true }).waitFor();
      await trainer.getByText('All saved').waitFor();
    },
    patience,
  );

  it(
    'is told in a report card that anybody can check',
    async () => {
      const { admin } = people;
      const { child } = story;
      await admin.goto(`${center}/report-cards?student=${child.id}`);
      await admin.getByLabel('Summary').fill('A term to be proud of.');
      await admin.getByText('Draft saved').waitFor();
      await admin.getByRole('button', { name: 'Generate and freeze' }).click();
      await admin.getByRole('dialog').getByRole('button', { name: 'Generate and freeze' }).click();
      await admin.getByText(`for ${child.name} is frozen`).first().waitFor();

      const api = await centerApi(admin, 'koramangala');
      const { items } = await api.get<{ items: { id: string }[] }>(`/report-cards?studentId=${child.id}`);
      const card = await api.get<{ code: string; isIntact: boolean }>(`/report-cards/${items[0]?.id}`);
      expect(card.isIntact).toBe(true);
      const pdf = await api.file(`/report-cards/${items[0]?.id}/pdf`);
      expect(pdf.type).toBe('application/pdf');
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');

      const stranger = await openPage(browser, { baseURL, size: 'phone' });
      await stranger.goto(`/verify/${card.code}`);
      await stranger.getByRole('heading', { name: 'This report card is genuine' }).waitFor();
      expect(await stranger.locator('body').textContent()).not.toContain(child.name);
      await stranger.context().close();
    },
    patience,
  );

  it(
    'has an absence that is announced at the desk, and made up in another class',
    async () => {
      const { desk } = people;
      const { child } = story;
      await desk.goto(`${center}/students/${child.id}?tab=makeUps`);
      const next = desk.getByRole('listitem').filter({ hasText: 'Announced now, it earns a make-up' });
      await next.first().getByRole('button', { name: 'Announce absence' }).click();
      await desk.getByText(`${child.name} is excused and earned a make-up`).first().waitFor();
      await desk.getByRole('button', { name: 'Book a make-up' }).click();
      const options = desk.getByRole('dialog', { name: `Make-up for ${child.name}` });
      await options
        .getByRole('button', { name: /^Book / })
        .first()
        .click();
      await desk.getByText(`${child.name} makes up in`).first().waitFor();

      const { bookings } = await makeUpsOf(desk, child.id);
      const booked = bookings.find(({ status }) => status === 'CONFIRMED');
      await people.admin.goto(`${center}/sessions/${booked?.classSessionId}`);
      const row = people.admin.locator(`li[data-student="${child.id}"]`);
      await row.getByText('Make-up', { exact: true }).first().waitFor();
    },
    patience,
  );

  it(
    'rests for some days, and ends as many days later',
    async () => {
      const { admin } = people;
      const { child } = story;
      await admin.goto(`${center}/enrollments/${child.enrollmentId}`);
      await admin.getByRole('button', { name: 'Freeze', exact: true }).click();
      const sheet = admin.getByRole('dialog', { name: `Freeze the plan of ${child.name}` });
      await sheet.getByText('New end').waitFor();
      await sheet.getByRole('button', { name: /^Freeze \d+ days?$/ }).click();
      await admin.getByText(`The plan of ${child.name} rests`).first().waitFor();
      await admin.getByRole('button', { name: 'Take back' }).waitFor();

      const api = await centerApi(admin, 'koramangala');
      const { endDate, freezes } = await api.get<{ endDate: string; freezes: { days: number }[] }>(
        `/enrollments/${child.enrollmentId}`,
      );
      const later = (Date.parse(endDate) - Date.parse(child.endDate)) / 86_400_000;
      expect(later).toBe(freezes[0]?.days);
      const day = new Intl.DateTimeFormat('en-IN', {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      });
      await admin
        .getByText(day.format(new Date(endDate)))
        .first()
        .waitFor();
    },
    patience,
  );

  it(
    'goes on: the desk renews in one page, in three parts',
    async () => {
      const { desk } = people;
      const { child } = story;
      await desk.goto(`${center}/enrollments/${child.enrollmentId}`);
      await desk.getByRole('link', { name: 'Renew', exact: true }).click();
      await desk.getByRole('heading', { name: `Renew ${child.name}` }).waitFor();
      await desk.getByRole('button', { name: 'Pay in installments' }).click();
      await desk.getByRole('button', { name: /^Renew and take/ }).click();
      await desk.getByRole('heading', { name: `${child.name} has renewed` }).waitFor();

      const api = await centerApi(desk, 'koramangala');
      const renewal = await api.get<{ renewed: { enrollmentId: string } }>(`/renewals/${child.enrollmentId}`);
      await desk.goto(`${center}/enrollments/${renewal.renewed.enrollmentId}`);
      await desk.getByText('Starts later').first().waitFor();
      const { items } = await api.get<{ items: { status: string }[] }>(`/installments?studentId=${child.id}`);
      expect(items.map(({ status }) => status)).toEqual(expect.arrayContaining(['PAID', 'PENDING']));
    },
    patience,
  );

  it(
    'comes through the door with the pass and a scanner',
    async () => {
      const { desk } = people;
      const { child } = story;
      const api = await centerApi(desk, 'koramangala');
      const drawing = await api.file(`/students/${child.id}/pass`);
      const code = decodeQR(await pixelsOf(desk, drawing.bytes.toString()));
      await desk.goto(`${center}/kiosk`);
      await desk.getByText('Show your pass to come in').waitFor();
      await scan(desk, code);
      await desk.getByTestId('kiosk-answer').getByRole('heading', { name: child.name }).waitFor();
      const { items } = await api.get<{ items: { student: { id: string } }[] }>('/occupancy');
      expect(items.map(({ student }) => student.id)).toContain(child.id);
    },
    patience,
  );

  it(
    'shows in the figures that HQ sees',
    async () => {
      const { hq } = people;
      // The worker adds the payment to the figures.
      for (let tries = 0; tries < 60 && (await collected(hq)) <= story.collected; tries += 1) {
        await hq.waitForTimeout(500);
      }
      expect(await collected(hq)).toBeGreaterThan(story.collected);
      await hq.goto('/hq');
      await hq
        .getByRole('link', { name: /^Collected/ })
        .first()
        .waitFor();
      const funnel = hq.getByRole('region', { name: 'From lead to renewal' });
      await funnel.getByRole('button', { name: 'Show as table' }).click();
      await funnel.getByRole('row', { name: /^Renewed/ }).waitFor();
      await hq.getByRole('link', { name: 'Koramangala' }).first().waitFor();
    },
    patience,
  );
});

interface Matrix {
  mayAssess: boolean;
  curriculum: object | null;
  skills: { id: string }[];
  rows: { studentId: string; cells: { skillId: string; level: string }[] }[];
}

interface MakeUps {
  bookings: { status: string; classSessionId: string }[];
  nextClasses: { absence: { earns: boolean } | null }[];
}

/** A child of the trainer's class whose plan runs, can rest, and earns make-ups, and whose name nobody else has. */
async function someChild(admin: Page, trainer: Page): Promise<Child> {
  const api = await centerApi(admin, 'koramangala');
  const { items } = await api.get<{ items: Running[] }>('/enrollments?status=ACTIVE&limit=200');
  for (const one of items.filter(
    ({ endDate, freezeDaysAllowed, freezeDaysUsed }) => endDate && freezeDaysAllowed > freezeDaysUsed,
  )) {
    const { nextClasses } = await makeUpsOf(admin, one.studentId);
    if (!nextClasses.some(({ absence }) => absence?.earns)) continue;
    const renewal = await api.get<{ renewed: object | null }>(`/renewals/${one.id}`);
    const namesakes = await api.get<{ items: object[] }>(`/students?q=${encodeURIComponent(one.studentName)}`);
    if (renewal.renewed || namesakes.items.length !== 1) continue;
    for (const { id: batchId } of one.batches) {
      const matrix = await matrixOf(trainer, batchId).catch(() => null);
      if (!matrix?.mayAssess || !matrix.curriculum) continue;
      return { id: one.studentId, name: one.studentName, enrollmentId: one.id, endDate: one.endDate, batchId };
    }
  }
  throw new Error('Nobody is fit for this story');
}

interface Running {
  id: string;
  studentId: string;
  studentName: string;
  endDate: string;
  freezeDaysAllowed: number;
  freezeDaysUsed: number;
  batches: { id: string }[];
}

async function makeUpsOf(page: Page, studentId: string): Promise<MakeUps> {
  return (await centerApi(page, 'koramangala')).get<MakeUps>(`/students/${studentId}/make-ups`);
}

async function matrixOf(page: Page, batchId: string): Promise<Matrix> {
  return (await centerApi(page, 'koramangala')).get<Matrix>(`/batches/${batchId}/skill-matrix`);
}

/** What was collected in the last 30 days, in the smallest unit. */
async function collected(hq: Page): Promise<number> {
  const today = new Date();
  const monthAgo = new Date(today.getTime() - 30 * 86_400_000);
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(date);
  const answer = await patiently(() => hq.request.get(`/api/v1/hq/dashboard?from=${day(monthAgo)}&to=${day(today)}`));
  const { figures } = (await answer.json()) as { figures: { collected: { value: number }[] } };
  return figures.collected[0]?.value ?? 0;
}

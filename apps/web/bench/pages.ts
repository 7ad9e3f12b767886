import { writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signIn } from '../journeys/browser.ts';
import { centerApi } from '../journeys/center-api.ts';
import { firstLoad } from './first-load.ts';
import { answerWith, largeMatrix } from './large-matrix.ts';
import { lighthouseScores, type Person } from './lighthouse.ts';
import { tapTimes } from './taps.ts';

interface PageFigures {
  name: string;
  scriptBytes: number;
  laterBytes: number;
  renderedMs: number;
  desk: number;
  mobile: number;
  /** At most so many bytes of JavaScript. */
  scriptTarget: number;
}

interface TapFigures {
  name: string;
  /** Of several runs the one in the middle: the slowest of its taps. */
  slowestMs: number;
  medianMs: number;
}

interface Visit {
  name: string;
  path: string;
  person?: Person;
}

const origin = process.env['PORTAL_ORIGIN'] ?? 'http://localhost:3000';
const into = process.env['BENCH_RESULT'] ?? 'bench-pages.json';
const password = 'cartwheel-demo';
const admin = { email: 'admin@koramangala.sunrise.example', password };
const hq = { email: 'hq@sunrise.example', password };
const center = '/c/koramangala';
const KB = 1024;
const CPU = 4;
const TAPS = 20;
const RUNS = 3;

async function pages(browser: Browser, { sessionId, batchId }: Places): Promise<PageFigures[]> {
  const visits: Visit[] = [
    { name: 'Login', path: '/login' },
    { name: 'Today', path: `${center}/today`, person: admin },
    { name: 'Roster', path: `${center}/sessions/${sessionId}`, person: admin },
    { name: 'Leads', path: `${center}/leads`, person: admin },
    { name: 'Students', path: `${center}/students`, person: admin },
    { name: 'Skill matrix', path: `${center}/batches/${batchId}/skills`, person: admin },
    { name: 'HQ', path: '/hq', person: hq },
  ];
  const figures: PageFigures[] = [];
  for (const person of [undefined, admin, hq]) {
    const own = visits.filter((one) => one.person === person);
    const state = person && (await stateOf(browser, person));
    const loads = [];
    for (const { path } of own) loads.push(await firstLoad(browser, new URL(path, origin), state));
    const scores = await lighthouseScores(
      own.map(({ path }) => new URL(path, origin)),
      person,
    );
    for (const [at, { name }] of own.entries()) {
      const figure = { name, ...loads[at]!, ...scores[at]!, scriptTarget: (person ? 280 : 200) * KB };
      process.stdout.write(`${JSON.stringify(figure)}\n`);
      figures.push(figure);
    }
  }
  return figures;
}

async function stateOf(browser: Browser, { email, password: secret }: Person) {
  const page = await openPage(browser, { baseURL: origin });
  await signIn(page, email, secret);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

interface Places {
  sessionId: string;
  batchId: string;
}

interface Session {
  id: string;
  batchId: string | null;
  status: string;
  seatsTaken: number;
}

/** The fullest class of yesterday and today: an older one asks for the reason of each mark. */
async function findPlaces(page: Page): Promise<Places> {
  const api = await centerApi(page, 'koramangala');
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const { items } = await api.get<{ items: Session[] }>(`/class-sessions?from=${day(1)}&to=${day(0)}`);
  const [fullest] = items
    .filter(({ status, batchId }) => status !== 'CANCELLED' && batchId)
    .toSorted((a, b) => b.seatsTaken - a.seatsTaken);
  if (!fullest?.batchId) throw new Error('There was no class yesterday or today');
  return { sessionId: fullest.id, batchId: fullest.batchId };
}

async function taps(page: Page, { sessionId, batchId }: Places): Promise<TapFigures[]> {
  await page.goto(`${center}/sessions/${sessionId}`);
  const marks = page.getByRole('button', { name: /^(Absent|Present)$/ });
  const roster = await tapFigures(page, 'A mark on the roster', marks);
  await answerWith(page, largeMatrix(batchId));
  const matrix = `${center}/batches/${batchId}/skills?who=all`;
  await page.goto(`${matrix}&mode=grid`);
  const grid = await tapFigures(
    page,
    'A cell of the matrix, 40 students by 60 skills',
    page.locator('[role="gridcell"]'),
  );
  await page.goto(`${matrix}&mode=skill`);
  const levels = page.locator('li[data-student] button[data-level="MASTERED"]');
  return [roster, grid, await tapFigures(page, 'A level in the list of one skill, 40 students', levels)];
}

async function tapFigures(page: Page, name: string, targets: ReturnType<Page['locator']>): Promise<TapFigures> {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // A page of its own for each run: a cell that is tapped again goes on to another level, which asks for a reason.
    if (run > 0) await page.reload();
    await targets.first().waitFor();
    const count = Math.min(TAPS, await targets.count());
    runs.push(await tapTimes(page, targets, { throttle: CPU, taps: count }));
  }
  const middle = runs.toSorted((a, b) => (a.at(-1) ?? 0) - (b.at(-1) ?? 0))[Math.floor(RUNS / 2)] ?? [];
  const figures = {
    name,
    slowestMs: middle.at(-1) ?? Number.NaN,
    medianMs: middle[Math.floor(middle.length / 2)] ?? Number.NaN,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return figures;
}

const browser = await launchBrowser();
try {
  const load = os.loadavg()[0]?.toFixed(1) ?? '';
  const page = await openPage(browser, { baseURL: origin, size: 'tablet' });
  page.setDefaultTimeout(60_000);
  await signIn(page, admin.email, admin.password);
  const places = await findPlaces(page);
  const result = { load, pages: await pages(browser, places), taps: await taps(page, places) };
  writeFileSync(into, JSON.stringify(result, null, 2));
} finally {
  await browser.close();
}

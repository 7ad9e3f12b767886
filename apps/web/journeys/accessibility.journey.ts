import type { Browser, BrowserContext } from 'playwright-core';
import { accessibilityProblems, launchBrowser, openPage, signIn, sizes } from './browser.ts';
import { centerApi } from './center-api.ts';
import { overlaysOf, overlaysOfHeadquarters } from './open-dialogs.ts';

const baseURL = process.env['PORTAL_ORIGIN'] ?? 'http://localhost:3000';
const center = '/c/koramangala';
const patience = 600_000;
const schemes = ['light', 'dark'] as const;
const everySize = Object.keys(sizes) as (keyof typeof sizes)[];

const open = ['/login', '/forgot', '/signup', '/magic?token=none', '/reset?token=none', '/accept-invite?token=none'];
const staff = [
  'today',
  'leads',
  'leads?view=list',
  'leads/new',
  'intro-visits',
  'students',
  'students/new',
  'schedule',
  'check-ins',
  'check-ins?view=inside',
  'kiosk',
  'batches',
  'payments',
  'payments?tab=received',
  'payments?tab=discounts',
  'payments?tab=invoices',
  'payments?tab=installments',
  'renewals',
  'renewals?tab=LOST',
  'report-cards',
  'report-cards?tab=all',
];
const admins = ['imports', 'settings', 'users', 'audit', 'batches/new', 'curricula'];

/** axe over every route a role can reach, on three screens, light and dark. */
describe('every route is free of what axe objects to', () => {
  let browser: Browser;
  const states = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();
  const routes: { who: string; path: string }[] = open.map((path) => ({ who: '', path }));

  beforeAll(async () => {
    browser = await launchBrowser();
    for (const who of ['admin@koramangala', 'trainer@koramangala', 'hq']) {
      const page = await openPage(browser, { baseURL });
      page.setDefaultTimeout(60_000);
      await signIn(page, `${who}.sunrise.example`.replace('hq.', 'hq@'), 'cartwheel-demo');
      states.set(who, await page.context().storageState());
      if (who === 'admin@koramangala') {
        const found = await detailPages(page);
        routes.push(...staff.concat(admins, found).map((path) => ({ who, path: `${center}/${path}` })));
        routes.push(
          ...['today', ...found.filter((path) => path.startsWith('sessions/'))].map((path) => ({
            who: 'trainer@koramangala',
            path: `${center}/${path}`,
          })),
        );
        routes.push(...['/hq', '/hq/curricula', '/hq/plans', '/hq/users'].map((path) => ({ who: 'hq', path })));
      }
      await page.context().close();
    }
  }, patience);
  afterAll(() => browser.close());

  it.each(schemes)(
    'on three screens, %s',
    async (scheme) => {
      const problems = await Promise.all(everySize.map((size) => problemsOn(size, scheme)));
      expect(problems.flat()).toEqual([]);
    },
    patience,
  );

  it.each(schemes)(
    'with the dialogs and menus of the main screens open, %s',
    async (scheme) => {
      const problems: string[] = [];
      for (const who of ['hq', 'admin@koramangala']) {
        const page = await openPage(browser, { baseURL, scheme, state: states.get(who) });
        page.setDefaultTimeout(30_000);
        const overlays = await (who === 'hq' ? overlaysOfHeadquarters(page) : overlaysOf(page, center));
        for (const { what, path, open: openIt } of overlays) {
          await page.goto(path);
          await page.locator('h1').first().waitFor();
          await openIt(page);
          problems.push(...(await accessibilityProblems(page)).map((problem) => `${what}: ${problem}`));
        }
        await page.context().close();
      }
      expect(problems).toEqual([]);
    },
    patience,
  );

  async function problemsOn(size: keyof typeof sizes, scheme: (typeof schemes)[number]): Promise<string[]> {
    const problems: string[] = [];
    for (const who of ['', ...states.keys()]) {
      const page = await openPage(browser, { baseURL, size, scheme, ...(who && { state: states.get(who) }) });
      page.setDefaultTimeout(60_000);
      for (const { path } of routes.filter((route) => route.who === who)) {
        await page.goto(path);
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        problems.push(...(await accessibilityProblems(page)).map((problem) => `${size} ${path}: ${problem}`));
      }
      await page.context().close();
    }
    return problems;
  }
});

/** One page of each kind that needs something to show. */
async function detailPages(page: Parameters<typeof centerApi>[0]): Promise<string[]> {
  const api = await centerApi(page, 'koramangala');
  const first = async (path: string) => (await api.get<{ items: { id: string; seatsTaken?: number }[] }>(path)).items;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(new Date());
  const sessions = await first(`/class-sessions?date=${today}`);
  const [lead, student, invoice, batch, curriculum] = [
    (await first('/leads?status=INTRO_ATTENDED'))[0],
    (await first('/students?status=ACTIVE'))[0],
    (await first('/invoices'))[0],
    (await first('/batches'))[0],
    (await first('/curricula'))[0],
  ];
  const session = sessions.toSorted((one, other) => (other.seatsTaken ?? 0) - (one.seatsTaken ?? 0))[0];
  return [
    `leads/${lead?.id}`,
    `leads/${lead?.id}/convert`,
    `students/${student?.id}`,
    `invoices/${invoice?.id}`,
    `batches/${batch?.id}`,
    `batches/${batch?.id}/skills`,
    `batches/${batch?.id}/skills?mode=grid&who=all`,
    `students/${student?.id}?tab=skills`,
    `curricula/${curriculum?.id}`,
    `sessions/${session?.id}`,
  ];
}

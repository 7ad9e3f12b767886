import type { Page } from 'playwright-core';
import { centerApi, patiently } from './center-api.ts';

/** What opens over a screen, and how: `open` ends when it stands. */
export interface Overlay {
  what: string;
  path: string;
  open: (page: Page) => Promise<void>;
}

type Api = Awaited<ReturnType<typeof centerApi>>;
interface Running {
  id: string;
  endDate: string | null;
  freezeDaysAllowed: number;
  freezeDaysUsed: number;
}

const press = (page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') =>
  page.getByRole(role, { name, exact: true }).first().click();
const dialog = (page: Page) => page.getByRole('dialog').last().waitFor();
const opens = (name: string | RegExp) => async (page: Page) => {
  await press(page, name);
  await dialog(page);
};

/** The dialogs and menus of the main screens of one center. */
export async function overlaysOf(page: Page, center: string): Promise<Overlay[]> {
  const api = await centerApi(page, 'koramangala');
  const [session, student, renewal, plan] = await Promise.all([
    openRoster(api),
    first<{ id: string }>(api, '/students?status=ACTIVE'),
    first<{ enrollmentId: string }>(api, '/renewals?tab=DAYS_30'),
    restingPlan(api),
  ]);
  const more = (row: Page) => opens(/^More for /)(row);
  const renewing = `${center}/renewals?tab=DAYS_30&peek=${renewal?.enrollmentId}`;
  return [
    { what: 'row of a roster', path: `${center}/sessions/${session}`, open: more },
    {
      what: 'announcing an absence',
      path: `${center}/sessions/${session}`,
      open: async (roster) => {
        await more(roster);
        await press(roster, 'Announce absence');
        await roster.getByLabel('What the family said (optional)').waitFor();
      },
    },
    { what: 'freezing a plan', path: `${center}/enrollments/${plan}`, open: opens('Freeze') },
    {
      what: 'a renewal beside the list',
      path: renewing,
      open: (list) => list.getByRole('button', { name: 'Not renewing…' }).waitFor(),
    },
    { what: 'losing a renewal', path: renewing, open: opens('Not renewing…') },
    {
      what: 'freezing a report card',
      path: `${center}/report-cards?student=${student?.id}`,
      open: opens('Generate and freeze'),
    },
    { what: 'inviting somebody', path: `${center}/users`, open: opens('Invite someone') },
    {
      what: 'exporting a list',
      path: `${center}/students`,
      open: async (list) => {
        await press(list, 'Export');
        await list.getByRole('menuitem').first().waitFor();
      },
    },
    {
      what: 'the menu of the person',
      path: `${center}/today`,
      open: async (screen) => {
        await screen
          .getByRole('button', { name: /, your menu$/ })
          .first()
          .click();
        await screen.getByRole('menuitem', { name: 'Sign out' }).waitFor();
      },
    },
    {
      what: 'finding anything',
      path: `${center}/today`,
      open: async (screen) => {
        await screen.keyboard.press('Control+k');
        await screen.getByRole('dialog').getByRole('combobox').fill('ra');
        await screen.getByRole('option').first().waitFor();
      },
    },
  ];
}

export async function overlaysOfHeadquarters(page: Page): Promise<Overlay[]> {
  const answer = await patiently(() => page.request.get('/api/v1/curricula'));
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return [
    { what: 'opening a center', path: '/hq', open: opens('New center') },
    { what: 'pasting skills', path: `/hq/curricula/${items[0]?.id}`, open: opens('Paste a list') },
  ];
}

async function first<Item>(api: Api, path: string): Promise<Item | undefined> {
  return (await api.get<{ items: Item[] }>(path)).items[0];
}

/** A class to come, of which somebody can still be absent. */
async function openRoster(api: Api): Promise<string | undefined> {
  const { items } = await api.get<{ items: { id: string }[] }>('/students?status=ACTIVE&limit=50');
  for (const { id } of items) {
    const { nextClasses } = await api.get<{ nextClasses: { classSessionId: string; absence: object | null }[] }>(
      `/students/${id}/make-ups`,
    );
    const next = nextClasses.find(({ absence }) => absence !== null);
    if (next) return next.classSessionId;
  }
  throw new Error('Nobody has a class to come');
}

async function restingPlan(api: Api): Promise<string | undefined> {
  const { items } = await api.get<{ items: Running[] }>('/enrollments?status=ACTIVE&limit=200');
  return items.find((plan) => plan.endDate && plan.freezeDaysAllowed > plan.freezeDaysUsed)?.id;
}

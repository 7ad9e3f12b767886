import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, launchBrowser, openPage, signIn, smallTargets } from './browser.ts';
import { cameraOf } from './camera-film.ts';
import { centerApi } from './center-api.ts';
import { scan } from './scanner.ts';

const baseURL = process.env['PORTAL_ORIGIN'] ?? 'http://localhost:3000';
const patience = 180_000;
const nobodys = `CW${'0'.repeat(64)}`;

describe('the kiosk at the door', () => {
  let browser: Browser;
  let desk: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    desk = await openPage(browser, { baseURL, size: 'tablet' });
    desk.setDefaultTimeout(30_000);
    await signIn(desk, 'desk@koramangala.sunrise.example', 'cartwheel-demo');
  }, patience);
  afterAll(() => browser.close());

  it(
    'hears a scanner, keeps what happens without a connection, and tells it afterwards',
    async () => {
      await desk.goto('/c/koramangala/kiosk');
      await desk.getByText('Show your pass to come in').waitFor();
      expect(await desk.getByRole('navigation').count()).toBe(0);
      expect(await smallTargets(desk, 44)).toEqual([]);
      await scan(desk, nobodys);
      await desk.getByText('This pass is not known here').waitFor();
      expect(await accessibilityProblems(desk)).toEqual([]);
      await desk.context().setOffline(true);
      await scan(desk, nobodys);
      await desk.getByText('Offline: one scan kept').waitFor();
      await desk.context().setOffline(false);
      await desk.evaluate(() => window.dispatchEvent(new Event('online')));
      await desk.getByText('One needs a look').click();
      await desk.getByRole('button', { name: 'Done' }).click();
      await desk.getByText('Everything has been told.').waitFor();
    },
    patience,
  );

  it(
    'reads a pass with the camera, and the one who showed it is in the building',
    async () => {
      const api = await centerApi(desk, 'koramangala');
      const inside = async () => {
        const { items } = await api.get<{ items: { student: { id: string } }[] }>('/occupancy');
        return items.map(({ student }) => student.id);
      };
      const before = await inside();
      const { items } = await api.get<{ items: { id: string; name: string }[] }>('/students?status=ACTIVE&limit=50');
      const student = items.find(({ id }) => !before.includes(id))!;
      const pass = await api.file(`/students/${student.id}/pass`);
      const camera = await launchBrowser(await cameraOf(desk, pass.bytes.toString()));
      try {
        const kiosk = await openPage(camera, { baseURL, size: 'tablet', state: await desk.context().storageState() });
        kiosk.setDefaultTimeout(30_000);
        await kiosk.goto('/c/koramangala/today');
        await kiosk.getByRole('link', { name: 'Kiosk', exact: true }).click();
        await kiosk.getByRole('button', { name: 'Use the camera' }).click();
        const answer = kiosk.getByTestId('kiosk-answer');
        await answer.getByRole('heading', { name: student.name }).waitFor();
        expect(await accessibilityProblems(kiosk)).toEqual([]);
        expect(await inside()).toContain(student.id);
      } finally {
        await camera.close();
      }
    },
    patience,
  );

  it(
    'is left only with the password',
    async () => {
      await desk.goto('/c/koramangala/kiosk');
      await desk.getByRole('button', { name: 'Leave the kiosk' }).click();
      const password = desk.getByLabel('Password', { exact: true });
      await password.fill('a guess');
      await desk.getByRole('button', { name: 'Leave', exact: true }).click();
      await desk.getByRole('alert').waitFor();
      expect(await accessibilityProblems(desk)).toEqual([]);
      await password.fill('cartwheel-demo');
      await desk.getByRole('button', { name: 'Leave', exact: true }).click();
      await desk.waitForURL(/\/c\/koramangala\/today/);
    },
    patience,
  );
});

import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signIn } from './browser.ts';
import { centerApi } from './center-api.ts';

const baseURL = process.env['PORTAL_ORIGIN'] ?? 'http://localhost:3000';
const enquiries = path.resolve(import.meta.dirname, '../../../packages/sheets/fixtures/koramangala-enquiries.xlsx');
const center = '/c/koramangala';
const patience = 180_000;

/** One story, told by four people: each step needs the one before. */
describe('the first day of a center', () => {
  let browser: Browser;
  let desk: Page;
  let admin: Page;
  let trainer: Page;
  const story = { child: '', leadPath: '', session: '', sessionName: 'Open gym today', invoicePath: '', rosterPath: '' };

  beforeAll(async () => {
    browser = await launchBrowser();
    [desk, admin] = [await openPage(browser, { baseURL }), await openPage(browser, { baseURL })];
    for (const page of [desk, admin]) page.setDefaultTimeout(30_000);
    await signIn(desk, 'desk@koramangala.sunrise.example', 'cartwheel-demo');
    await signIn(admin, 'admin@koramangala.sunrise.example', 'cartwheel-demo');
  }, patience);
  afterAll(() => browser.close());

  it(
    'brings in the spreadsheet of enquiries as it is',
    async () => {
      await desk.getByRole('link', { name: 'Imports' }).first().click();
      await desk.locator('input[type="file"]').setInputFiles(enquiries);
      await desk.getByRole('button', { name: 'Run check' }).click();
      await desk.getByRole('button', { name: /^Import 133 rows/ }).click();
      await desk.getByText('Imported', { exact: true }).first().waitFor({ timeout: 90_000 });
    },
    patience,
  );
});

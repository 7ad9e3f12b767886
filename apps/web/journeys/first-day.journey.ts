import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signIn, smallTargets } from './browser.ts';
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
  const story = {
    child: '',
    studentId: '',
    leadPath: '',
    session: '',
    trainer: '',
    sessionName: 'Open gym today',
    invoicePath: '',
  };

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

  it(
    'finds one of them by name and books an intro into a class of today',
    async () => {
      const api = await centerApi(admin, 'koramangala');
      Object.assign(story, await openClass(api));
      const lead = await someoneNew(api);
      Object.assign(story, { child: lead.studentName, studentId: lead.studentId });

      await desk.keyboard.press('Control+k');
      await desk.getByRole('combobox').fill(story.child);
      await desk
        .getByRole('option', { name: new RegExp(story.child) })
        .first()
        .click();
      await desk
        .getByRole('heading', { name: new RegExp(story.child) })
        .first()
        .waitFor();
      if (!desk.url().includes('/leads/')) await desk.goto(`${center}/leads/${lead.id}`);
      story.leadPath = new URL(desk.url()).pathname;
      await desk.getByRole('button', { name: 'Schedule intro' }).first().click();
      await desk
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(story.sessionName) })
        .click();
      await desk.getByText('Intro scheduled').first().waitFor();
    },
    patience,
  );

  it(
    'is marked by the trainer on a tablet',
    async () => {
      trainer = await openPage(browser, { baseURL, size: 'tablet' });
      trainer.setDefaultTimeout(30_000);
      await signIn(trainer, `${story.trainer}@koramangala.sunrise.example`, 'cartwheel-demo');
      await trainer
        .getByRole('button', { name: new RegExp(story.sessionName) })
        .first()
        .tap();
      const row = trainer.getByRole('group', { name: new RegExp(story.child) });
      await row.getByRole('button', { name: 'Present' }).tap();
      await row.getByRole('button', { name: 'Present', pressed: true }).waitFor();
      await trainer.getByText('All saved').first().waitFor();
      expect(await smallTargets(trainer, 44)).toEqual([]);
    },
    patience,
  );

  it(
    'becomes an enrollment in at most twelve interactions, with a discount that waits for the admin',
    async () => {
      await desk.goto(story.leadPath);
      await desk.getByText('Intro attended').first().waitFor();
      let interactions = 0;
      const act = async (step: Promise<unknown>) => {
        interactions += 1;
        await step;
      };
      await act(desk.getByRole('link', { name: 'Enroll', exact: true }).first().click());
      await act(desk.getByLabel('Discount', { exact: true }).fill('10'));
      await act(desk.getByRole('radio', { name: 'Sibling' }).click());
      await act(desk.getByRole('radio', { name: 'Later' }).click());
      await desk.getByText('Needs approval: asked when you save').waitFor();
      await act(desk.getByRole('button', { name: /^Enroll/ }).click());
      await desk.getByRole('heading', { name: new RegExp(`${story.child} is enrolled`) }).waitFor();
      await desk.getByText(/Approval asked for/).waitFor();
      expect(interactions).toBeLessThanOrEqual(12);
    },
    patience,
  );

  it(
    'gets its discount from the admin',
    async () => {
      await admin.goto(`${center}/payments?tab=discounts`);
      const card = admin.getByRole('listitem').filter({ hasText: story.child });
      await card.getByRole('button', { name: 'Approve' }).click();
      await admin
        .getByText(/approved/)
        .first()
        .waitFor();
      const api = await centerApi(admin, 'koramangala');
      const { items } = await api.get<{ items: { id: string; studentName: string; pendingDiscount: unknown }[] }>(
        `/invoices?studentId=${story.studentId}`,
      );
      expect(items[0]).toMatchObject({ studentName: story.child, pendingDiscount: null });
      story.invoicePath = `${center}/invoices/${items[0]?.id}`;
    },
    patience,
  );

  it(
    'is paid by UPI, and the receipt is printed',
    async () => {
      await desk.goto(story.invoicePath);
      await desk.getByRole('button', { name: 'Record payment' }).first().click();
      const sheet = desk.getByRole('dialog');
      await sheet.getByRole('radio', { name: 'UPI' }).click();
      await sheet.getByLabel('Reference (optional)').fill('UPI 4312 8876');
      await sheet.getByRole('button', { name: /^Record payment of/ }).click();
      await desk.getByText('Paid', { exact: true }).first().waitFor();
      const api = await centerApi(desk, 'koramangala');
      const receipt = await api.file(`${story.invoicePath.replace(center, '')}/pdf`);
      expect(receipt.type).toBe('application/pdf');
      expect(receipt.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    },
    patience,
  );

  it(
    'puts the child on the roster of the next class, where it is marked',
    async () => {
      const api = await centerApi(admin, 'koramangala');
      const student = await api.get<{ nextSession: { id: string } }>(`/students/${story.studentId}`);
      await admin.goto(`${center}/sessions/${student.nextSession.id}`);
      const row = admin.getByRole('group', { name: new RegExp(story.child) });
      await row.getByRole('button', { name: 'Present' }).click();
      await row.getByRole('button', { name: 'Present', pressed: true }).waitFor();
      await admin.getByText('All saved').first().waitFor();
    },
    patience,
  );

  it(
    'is all in the audit log',
    async () => {
      await admin.goto(`${center}/audit`);
      await admin.getByText(story.child).first().waitFor();
      const api = await centerApi(admin, 'koramangala');
      const { items } = await api.get<{ items: { entity: string; actor: { id: string } | null }[] }>(
        '/audit-log?limit=200',
      );
      const seen = new Set(items.filter(({ actor }) => actor).map(({ entity }) => entity));
      expect([...seen]).toEqual(
        expect.arrayContaining([
          'intro_visits',
          'attendance_marks',
          'enrollments',
          'invoices',
          'discounts',
          'payments',
          'leads',
        ]),
      );
    },
    patience,
  );
});

/** An imported child whose name nobody else has, so that the story speaks of one child throughout. */
async function someoneNew(api: Awaited<ReturnType<typeof centerApi>>): Promise<Lead> {
  const { items } = await api.get<{ items: Lead[] }>('/leads?status=DISCOVERY&limit=200');
  for (const lead of items.filter(({ phone }) => phone)) {
    const namesakes = await api.get<{ items: unknown[] }>(`/students?q=${encodeURIComponent(lead.studentName)}`);
    if (namesakes.items.length === 1) return lead;
  }
  throw new Error('Every name is there twice');
}

interface Lead {
  id: string;
  studentId: string;
  studentName: string;
  phone?: string | null;
}

/** A short class that begins in a few minutes, with a trainer who is free then: the day's own classes may be over. */
async function openClass(api: Awaited<ReturnType<typeof centerApi>>) {
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Kolkata', hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(soon(3));
  const { items } = await api.get<{ items: { id: string; name: string }[] }>('/colleagues?role=TRAINER');
  for (const [address, name] of [
    ['trainer', 'Asha Nair'],
    ['trainer2', 'Ravi Shetty'],
  ] as const) {
    const trainerUserId = items.find((colleague) => colleague.name === name)?.id;
    const made = await api.post<{ id: string }>('/class-sessions', {
      name: 'Open gym today',
      date,
      startTime: time.format(soon(3)),
      // Just before midnight it ends with the day.
      endTime: time.format(soon(9)) > time.format(soon(3)) ? time.format(soon(9)) : '23:59',
      capacity: 12,
      trainerUserId,
    });
    if (made.status === 201) return { session: made.body.id, trainer: address };
  }
  throw new Error('No trainer is free');
}

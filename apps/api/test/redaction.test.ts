import { randomUUID } from 'node:crypto';
import { bodyExamples, type Operation, operations } from '@cartwheel/contracts';
import Pdf from 'pdfkit';
import type supertest from 'supertest';
import { send } from './asking.ts';
import type { Cast, Person } from './cast.ts';
import { bodyWith, idsOf, pathWith } from './foreign-ids.ts';
import { startApi } from './harness.ts';
import { fillEveryTable, teachEverything } from './one-of-everything.ts';

const api = startApi();

/** Planted in the database and in no request: whatever comes back of it was told, not repeated. */
const planted = {
  guardianPhone: '+919000000001',
  guardianEmail: 'planted.parent@canary.example',
  staffPhone: '+919000000002',
  staffEmail: `planted.staff.${randomUUID()}@canary.example`,
  passwordHash: '$argon2id$planted-hash',
  auditNote: 'planted-in-the-trail',
};
const contacts = new RegExp(`${digits(planted.guardianPhone)}|${planted.guardianEmail}`);
/** What fillEveryTable charges, and what is paid of it or still due. */
const money = /77777|700000|70000\b|622223|7000\.00|7,000|777\.77/;
const ofTheStaff = new RegExp(
  `${digits(planted.staffPhone)}|${planted.staffEmail}|planted-hash|password_?hash|${planted.auditNote}`,
  'i',
);

/** However it is grouped. */
function digits(phone: string): string {
  return phone.replace('+91', '').split('').join('[\\s-]*');
}

/** Reading comes first: what is written may take away what there was to see. Leaving comes last. */
const turn = ({ id, method }: Operation) => (id === 'logout' ? 2 : Number(method !== 'GET'));
const named = operations
  .filter(({ permission }) => permission !== 'public')
  .toSorted((one, other) => turn(one) - turn(other))
  .map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

let written: string[] = [];
const document = Pdf.prototype;
const write = document.text;
beforeAll(() => {
  document.text = function (this: PDFKit.PDFDocument, ...given: Parameters<typeof write>) {
    written.push(String(given[0]));
    return write.apply(this, given);
  } as typeof write;
});
afterAll(() => {
  document.text = write;
});
beforeEach(() => {
  written = [];
  api.setNow(new Date('2030-01-07T09:30:00Z'));
});

describe('a trainer', () => {
  it.each(named)('is told nobody’s phone, e-mail or money: %s', async (_, operation) => {
    const { trainer, own } = await shared();
    const said = await everythingSaid(trainer, operation, own);

    expect(said).not.toMatch(money);
    expect(said).not.toMatch(contacts);
    expect(said).not.toMatch(ofTheStaff);
  });

  it.each(['/search', '/students', '/batches'])('finds nobody by a phone or an e-mail: %s', async (path) => {
    const { trainer } = await shared();
    for (const q of ['9000000001', '90000 00001', planted.guardianEmail]) {
      const { body } = await trainer.get(path).query({ q });
      expect([q, JSON.stringify(body.items ?? [])]).toEqual([q, '[]']);
    }
  });
});

describe('the front desk', () => {
  it.each(named)('is told nothing of the staff but names, and nothing of the trail: %s', async (_, operation) => {
    const { desk, own } = await shared();

    expect(await everythingSaid(desk, operation, own)).not.toMatch(ofTheStaff);
  });
});

describe('what was planted', () => {
  it('is there to be told: the admin is told all of it but the password', async () => {
    const { admin, own } = await shared();
    const asked = [
      '/students',
      '/users',
      `/invoices/${own['invoices']}`,
      '/audit-log?limit=200',
      '/exports/students.csv',
    ];
    const said = (await Promise.all(asked.map(async (path) => textOf(await admin.get(path))))).join();

    for (const [name, value] of Object.entries(planted))
      expect([name, said.includes(value)]).toEqual([name, name !== 'passwordHash']);
    expect(said).toMatch(money);
  });

  it('would be found in a PDF', async () => {
    const { admin, own } = await shared();
    await admin.get(`/invoices/${own['invoices']}/pdf`).expect(200);

    expect(written.join('\n')).toMatch(money);
  });
});

async function everythingSaid(person: Person, operation: Operation, own: Record<string, string>): Promise<string> {
  const body = bodyWith(bodyExamples[operation.id], own);
  const answer = await send(person, operation, pathWith(operation.path, own), body);
  expect(answer.status).toBeLessThan(500);
  expect(answer.status).not.toBe(401);
  return textOf(answer) + written.join('\n');
}

const textOf = (answer: supertest.Response) => JSON.stringify([answer.body, answer.headers]) + (answer.text ?? '');

let stage: ReturnType<typeof setTheStage> | undefined;
const shared = () => (stage ??= setTheStage());

async function setTheStage() {
  const center = await api.newCenter();
  await fillEveryTable(center);
  const own = await idsOf(center);
  await plant(center, own['users']!);
  const trainer = await center.staff('TRAINER');
  await teachEverything(center, trainer);
  return { own, trainer, desk: await center.staff('COUNSELOR'), admin: await center.staff('CENTER_ADMIN') };
}

async function plant(center: Cast, colleague: string): Promise<void> {
  const { guardianPhone, guardianEmail, staffPhone, staffEmail, passwordHash, auditNote } = planted;
  await center.rows(
    `update guardians set phone = $2, phone_e164 = $2, phone_digits = ltrim($2, '+'), email = $3 where center_id = $1`,
    [center.id, guardianPhone, guardianEmail],
  );
  await center.rows('update users set phone = $2, email = $3, email_norm = $3, password_hash = $4 where id = $1', [
    colleague,
    staffPhone,
    staffEmail,
    passwordHash,
  ]);
  await center.rows(
    `insert into audit_log (center_id, entity, entity_id, action, after) values ($1, 'students', 'x', 'UPDATE', jsonb_build_object('note', $2::text))`,
    [center.id, auditNote],
  );
}

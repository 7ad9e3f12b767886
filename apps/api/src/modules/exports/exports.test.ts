import { readWorkbook } from '@cartwheel/sheets';
import type { Cast, Person } from '../../../test/cast.ts';
import { asBytes, aTeachingCenter, fileOf } from '../../../test/cast-exports.ts';
import { importFile } from '../../../test/cast-imports.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const PATIENCE = 120_000;
const kinds = ['leads', 'students', 'enrollments', 'renewals', 'payments', 'invoices', 'attendance', 'batches'];
const hostile = [
  '=HYPERLINK("http://x")',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '＝1',
  '＋2',
  '－3',
  '＠4',
  "'=5",
  "O'Hara",
  'a, "b"; c',
  'नमस्ते',
];

let center: Cast;
let admin: Person;
beforeEach(async () => {
  api.setNow(new Date('2026-11-21T06:00:00Z'));
  center = await api.newCenter();
  admin = await center.staff('CENTER_ADMIN');
});

const cellsOf = (bytes: Buffer, name: string) =>
  readWorkbook(bytes, name).sheets[0]!.rows.map((row) => row.map(({ text }) => text));

const kindOf = (file: string) => file.split('.')[0]!;
async function nameOf(file: string): Promise<string> {
  const [row] = await center.rows<{ slug: string }>('select slug from centers where id = $1', [center.id]);
  return file.replace('.', `-${row!.slug}-2026-11-21.`);
}

async function addLeads(notes: string[]) {
  const quoted = notes.map(
    (note, n) => `Child${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]} Rao,98765${43210 + n},"'${note.replaceAll('"', '""')}"`,
  );
  await importFile(api, admin, { kind: 'LEADS', bytes: `Child,Phone,Remarks\n${quoted.join('\n')}\n` });
  for (const [n, note] of notes.entries()) {
    await center.rows(
      'update leads set discovery_notes = $2 where center_id = $1 and student_id in (select id from students where first_name = $3 and center_id = $1)',
      [center.id, note, `Child${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}`],
    );
  }
}

describe('exporting', () => {
  it.each(kinds.flatMap((kind) => [`${kind}.csv`, `${kind}.xlsx`]))(
    'answers %s',
    async (file) => {
      await importFile(api, admin, {
        kind: 'STUDENTS',
        bytes:
          'Child,Parent,Phone,Plan,Start,Days,Fees,Mode\nAsha Rao,Meera,9876543210,Monthly,2026-11-01,Mon,5000.50,UPI\n',
      });
      const answer = await fileOf(admin, file, kindOf(file) === 'renewals' ? { tab: 'DAYS_14' } : {}).expect(200);

      expect(answer.headers['content-disposition']).toBe(`attachment; filename="${await nameOf(file)}"`);
      const rows = answer.body.length > 3 ? cellsOf(answer.body, file) : [];
      const shown = {
        students: 'Asha Rao',
        renewals: 'Asha Rao',
        enrollments: '5000.50',
        payments: '5000.50',
        invoices: 'IMP/0001/2026-27',
      }[kindOf(file)];
      const found = rows.flat().filter((text) => (shown ? text === shown : text !== ''));
      expect(found.slice(0, 1)).toEqual(shown ? [shown] : []);
    },
    PATIENCE,
  );

  it(
    'gives what importing takes, with nothing a spreadsheet would run',
    async () => {
      await addLeads(hostile);
      const { body } = await fileOf(admin, 'leads.csv').expect(200);
      expect(body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(body.toString()).toContain('\r\n');
      expect(body.toString()).toContain(`"'=HYPERLINK(""http://x"")"`);
      expect(body.toString()).not.toMatch(/(?:^|,)"?[=+@＝＋－＠-]/m);
      const workbook = await fileOf(admin, 'leads.xlsx').expect(200);
      for (const rows of [cellsOf(body, 'leads.csv'), cellsOf(workbook.body, 'leads.xlsx')]) {
        const column = rows[0]!.indexOf('Remarks');
        expect(rows.slice(1).map((row) => row[column])).toEqual(expect.arrayContaining(hostile));
      }
      const other = await api.newCenter();
      const done = await importFile(api, await other.staff('CENTER_ADMIN'), {
        kind: 'LEADS',
        bytes: body,
        name: 'leads.csv',
      });
      expect(done.counts).toMatchObject({ created: hostile.length, failed: 0 });
      const leads = (from: Cast) =>
        from.rows(
          `select s.search_name, g.phone_e164, l.status, l.source, l.discovery_notes, (l.created_at at time zone 'Asia/Kolkata')::date::text as day
      from leads l join students s on s.id = l.student_id join family_links f on f.student_id = s.id join guardians g on g.id = f.guardian_id
      where l.center_id = $1 order by 1`,
          [from.id],
        );
      expect(await leads(other)).toEqual(await leads(center));
    },
    PATIENCE,
  );

  it(
    'shows a center its own rows only',
    async () => {
      await addLeads(['secret']);
      const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');
      const { body } = await fileOf(stranger, 'leads.csv').expect(200);

      expect(body.toString()).not.toContain('secret');
    },
    PATIENCE,
  );

  it('leaves an entry in the audit log: who, what, and how many rows', async () => {
    await addLeads(['one', 'two']);
    await fileOf(admin, 'leads.xlsx').expect(200);
    await fileOf(await center.staff('COUNSELOR'), 'leads.csv').expect(403);
    const { body } = await admin.get('/audit-log?entity=exports').expect(200);

    expect(body.items).toMatchObject([
      {
        actor: { id: admin.id },
        action: 'EXPORT',
        entityId: 'leads',
        sensitive: true,
        after: { kind: 'leads', format: 'xlsx', filters: {}, rows: 2 },
      },
    ]);
    expect(body.items[0].requestId).toEqual(expect.any(String));
  });

  it('gives the audit log by its filters, in the clock of the center, and notes that too', async () => {
    await addLeads(['one']);
    const query = { entity: 'students', from: '2026-11-21', to: '2026-11-21' };
    const { body, headers } = await asBytes(admin.get('/audit-log/export').query(query)).expect(200);
    const [header, ...rows] = cellsOf(body, 'audit.csv');
    const at = (name: string) => rows[0]![header!.indexOf(name)];

    expect(headers['content-disposition']).toBe(`attachment; filename="${await nameOf('audit.csv')}"`);
    expect([at('Date'), at('Time'), at('Time (UTC)')]).toEqual(['2026-11-21', '11:30', '2026-11-21T06:00:00.000Z']);
    expect(new Set(rows.map((row) => row[header!.indexOf('Record')]))).toEqual(new Set(['students']));
    const { body: log } = await admin.get('/audit-log?entity=exports&sensitive=true').expect(200);
    expect(log.items[0].after).toEqual({ kind: 'audit', format: 'csv', filters: query, rows: rows.length });
    await (await center.staff('COUNSELOR')).get('/audit-log/export').expect(403);
  });

  it('is for center admins only, of what there is', async () => {
    for (const role of ['COUNSELOR', 'TRAINER'] as const)
      await (await center.staff(role)).get('/exports/payments.csv').expect(403);
    await admin.get('/exports/passwords.csv').expect(400);
  });

  it(
    'has the registers that no list shows at once, of a student or of all',
    async () => {
      const at = await aTeachingCenter(api);
      for (const [register, shown] of Object.entries({
        guardians: 'MOTHER',
        attendance: 'PRESENT',
        skills: 'ACHIEVED',
        'make-ups': 'TOO_LATE',
      })) {
        const about = async (query: object) =>
          (await fileOf(at.admin, `${register}.csv`, { ...query })).body.toString();
        expect([register, await about({})]).toEqual([register, expect.stringContaining(shown)]);
        expect(await about({ studentId: at.own['students'] })).toContain(shown);
        expect(await about({ studentId: at.sister['students'] })).not.toContain(shown);
        await fileOf(at.trainer, `${register}.csv`).expect(403);
      }
      expect((await fileOf(at.admin, 'attendance.csv', { to: '2030-01-06' })).body.toString()).not.toContain('PRESENT');
      await fileOf(at.admin, 'guardians.csv', { from: '2030-01-06' }).expect(400);
    },
    PATIENCE,
  );

  it(
    'gives the days that are asked for, of what has days',
    async () => {
      await importFile(api, admin, {
        kind: 'STUDENTS',
        bytes:
          'Child,Phone,Plan,Start,End,Fees,Mode,Paid on\nAsha Rao,9876543210,Monthly,2026-11-01,2026-11-30,5000,UPI,2026-11-02\nKabir Das,9876500001,Monthly,2026-10-01,2026-10-31,7000,UPI,2026-10-02\n',
      });
      const { body } = await fileOf(admin, 'payments.csv?from=2026-11-01&to=2026-11-30').expect(200);

      const cells = cellsOf(body, 'payments.csv').flat();
      expect([cells.includes('Asha Rao'), cells.includes('Kabir Das')]).toEqual([true, false]);
      await admin.get('/exports/students.csv?from=2026-11-01').expect(400);
    },
    PATIENCE,
  );
});

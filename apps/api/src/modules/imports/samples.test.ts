import type { Cast, Person } from '../../../test/cast.ts';
import { importFile, rowsOf, sample, truthOf, upload } from '../../../test/cast-imports.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const PATIENCE = 120_000;

const counted = async (center: Cast, query: string) => {
  const rows = await center.rows<{ key: string; count: string }>(query, [center.id]);
  return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]));
};

let center: Cast;
let admin: Person;

const arrive = async () => {
  api.setNow(new Date('2026-11-21T06:00:00Z'));
  center = await api.newCenter();
  admin = await center.staff('CENTER_ADMIN');
};

describe('the enquiry register of Koramangala', () => {
  it(
    'is imported as it is',
    async () => {
      await arrive();
      const truth = truthOf('koramangala-enquiries');
      const bytes = sample('koramangala-enquiries.xlsx');
      const seen = await upload(admin, 'LEADS', bytes, 'koramangala-enquiries.xlsx').expect(201);
      expect(seen.body).toMatchObject({
        headerRow: truth.headerRow,
        dateOrder: truth.dateOrder,
        dateOrderProven: true,
      });
      const checked = await admin.post(`/imports/${seen.body.id}/dry-run`).expect(200);
      expect(checked.body.counts).toEqual({ created: 133, updated: 0, skipped: 7, failed: 0 });
      expect(await counted(center, `select 'students' as key, count(*) from students where center_id = $1`)).toEqual({
        students: 0,
      });

      const done = await importFile(api, admin, { kind: 'LEADS', bytes, name: 'koramangala-enquiries.xlsx' });

      expect(done).toMatchObject({ status: 'DONE', failure: null, progress: { done: truth.rows, total: truth.rows } });
      expect(done.counts).toEqual({ created: truth.distinctChildren, updated: 0, skipped: truth.repeats, failed: 0 });
      expect(
        await counted(center, 'select status as key, count(*) from leads where center_id = $1 group by 1'),
      ).toEqual(truth.byStatus);
      expect(
        await counted(
          center,
          `select coalesce(dead_reason, 'none') as key, count(*) from leads where center_id = $1 group by 1`,
        ),
      ).toEqual({
        none: 112,
        MOVED_AWAY: 14,
        COST: 7,
      });
      const repeats = await rowsOf(admin, done.id, 'SKIPPED');
      expect(repeats.map(({ reasons }) => reasons[0]?.code)).toEqual(Array(truth.repeats).fill('repeated_row'));
      const [lead] = await center.rows(
        `select s.first_name, s.dob::text, l.status, (l.created_at at time zone 'Asia/Kolkata')::date::text as asked, l.source,
         v.status as visit, v.date::text as visited, s.notes, (select count(*)::int from family_links f where f.student_id = s.id) as family
       from leads l join students s on s.id = l.student_id join intro_visits v on v.lead_id = l.id
       where l.center_id = $1 and s.search_name = 'ayaan d''souza' and l.created_at < '2026-02-01'`,
        [center.id],
      );
      expect(lead).toEqual({
        first_name: 'Ayaan',
        dob: '2016-05-17',
        status: 'NO_SHOW',
        asked: '2026-01-12',
        source: 'Walk-in',
        visit: 'NO_SHOW',
        visited: '2026-01-17',
        notes: 'Other phones: 080-41362324',
        family: 2,
      });
    },
    PATIENCE,
  );
});

describe('the students of Indiranagar', () => {
  it(
    'are imported as they are',
    async () => {
      await arrive();
      const truth = truthOf('indiranagar-students');
      const done = await importFile(api, admin, {
        kind: 'STUDENTS',
        bytes: sample('indiranagar-students.csv'),
        name: 'indiranagar.csv',
      });

      expect(done).toMatchObject({ status: 'DONE', delimiter: ';', dateOrder: 'DMY' });
      expect(done.counts).toEqual({
        created: truth.rows - truth.bad.length,
        updated: 0,
        skipped: 0,
        failed: truth.bad.length,
      });
      const bad = await rowsOf(admin, done.id, 'FAILED');
      expect(bad.map(({ rowNumber }) => rowNumber)).toEqual(truth.bad.map(({ row }: { row: number }) => row));
      expect(bad.map(({ reasons }) => reasons[0]?.message)).toEqual([
        'Row 62, Start: “31/02/2026” is a day that does not exist.',
        'Row 92, End: “30/10/2026” is before the start on 2026-10-31.',
        'Row 122, Mobile: “012345” is not a phone number.',
      ]);
      const badPlans = { YEARLY: 0, MONTHLY: 0, QUARTERLY: 0, PAY_PER_VISIT: 0 } as Record<string, number>;
      let badFees = 0;
      for (const { cells } of bad) {
        const plan = /visit/i.test(cells['Plan']!)
          ? 'PAY_PER_VISIT'
          : /an|year/i.test(cells['Plan']!)
            ? 'YEARLY'
            : /^(?:month|mthly|1 m)/i.test(cells['Plan']!.trim())
              ? 'MONTHLY'
              : 'QUARTERLY';
        badPlans[plan]! += 1;
        badFees += Number(cells['Fees']!.replace(/\D/g, '')) * 100;
      }
      const plans = await counted(
        center,
        'select plan_type as key, count(*) from enrollments where center_id = $1 group by 1',
      );
      expect(Object.fromEntries(Object.entries(plans).map(([plan, count]) => [plan, count + badPlans[plan]!]))).toEqual(
        truth.byPlan,
      );
      const sums = await counted(
        center,
        `select 'subtotal' as key, sum(subtotal_minor) as count from invoices where center_id = $1
      union all select 'discount', sum(discount_minor) from invoices where center_id = $1
      union all select 'discounts', sum(amount_minor) from discounts where center_id = $1 and status = 'APPROVED'
      union all select 'total', sum(total_minor) from invoices where center_id = $1
      union all select 'paid', sum(amount_minor) from payments where center_id = $1
      union all select 'settled', sum(amount_minor) from payment_allocations where center_id = $1`,
      );
      expect(sums['subtotal']! + badFees).toBe(truth.totalFeesMinor);
      expect(sums['discounts']).toBe(sums['discount']);
      expect(sums['discount']).toBeGreaterThan(0);
      expect([sums['paid'], sums['settled']]).toEqual([sums['total'], sums['total']]);
      expect(
        await counted(center, `select distinct series as key, 1 as count from invoices where center_id = $1`),
      ).toEqual({ IMP: 1 });
      const warned = (await rowsOf(admin, done.id, 'CREATED')).filter(({ warnings }) =>
        warnings.some(({ code }) => code === 'unknown_batch'),
      );
      expect(warned).toHaveLength(217);
      expect(
        await counted(
          center,
          `select 'mails' as key, count(*) from outbox_events where center_id = $1 and name not like 'import.%' and name <> 'figures.outdated'`,
        ),
      ).toEqual({ mails: 0 });
    },
    PATIENCE,
  );
});

describe('the families of Whitefield', () => {
  it(
    'are imported as they are',
    async () => {
      await arrive();
      const truth = truthOf('whitefield-families');
      const done = await importFile(api, admin, {
        kind: 'STUDENTS',
        bytes: sample('whitefield-families.xlsx'),
        name: 'whitefield.xlsx',
      });

      expect(done).toMatchObject({ status: 'DONE', dateOrder: 'MDY', sheet: truth.sheets });
      expect(done.counts).toEqual({ created: truth.children, updated: 0, skipped: 0, failed: 0 });
      expect(
        await counted(
          center,
          `select 'children' as key, count(*) from students where center_id = $1
      union all select 'phones', count(distinct phone_e164) from guardians where center_id = $1
      union all select 'called', count(distinct f.guardian_id) from family_links f where f.center_id = $1 and f.is_primary
      union all select 'invoices', count(*) from invoices where center_id = $1
      union all select 'enrollments', count(*) from enrollments where center_id = $1`,
        ),
      ).toEqual({
        children: truth.children,
        phones: truth.families,
        called: truth.families,
        invoices: 0,
        enrollments: truth.children,
      });
    },
    PATIENCE,
  );
});

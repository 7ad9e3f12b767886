import { importFile } from '../../../test/cast-imports.ts';
import { startApi } from '../../../test/harness.ts';

const PATIENCE = 60_000;
const ROWS = 1200;
const api = startApi({}, { alone: true });

it(
  'lets nobody plan for the empty tables that were there before a large file',
  async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    await api.admin.query('analyze students');
    const children = Array.from({ length: ROWS }, (_, n) => `Child ${n} Rao,98${10_000_000 + n}`);
    await importFile(api, admin, { kind: 'LEADS', bytes: `Child,Phone\n${children.join('\n')}\n` });

    const { rows } = await api.admin.query(
      "select reltuples::int as known from pg_class where oid = 'students'::regclass",
    );
    expect(rows[0].known).toBeGreaterThan(ROWS / 4);
  },
  PATIENCE,
);

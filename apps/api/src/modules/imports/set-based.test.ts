import { importFile } from '../../../test/cast-imports.ts';
import { startApi } from '../../../test/harness.ts';
import { Database } from '../../platform/database/database.ts';

const PATIENCE = 60_000;
const ROWS = 2000;
const api = startApi();

it(
  'writes many rows with few statements',
  async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const children = Array.from(
      { length: ROWS },
      (_, n) => `Child${String.fromCharCode(97 + (n % 26))} Rao${n},98${10_000_000 + n}`,
    );
    const database = api.app.get(Database);
    const [rows, run] = [database.rows.bind(database), database.run.bind(database)];
    let statements = 0;
    database.rows = (query) => {
      statements += 1;
      return rows(query);
    };
    database.run = (query) => {
      statements += 1;
      return run(query);
    };
    const done = await importFile(api, admin, { kind: 'LEADS', bytes: `Child,Phone\n${children.join('\n')}\n` });

    expect(done.counts).toEqual({ created: ROWS, updated: 0, skipped: 0, failed: 0 });
    expect(statements).toBeLessThan(ROWS / 4);
  },
  PATIENCE,
);

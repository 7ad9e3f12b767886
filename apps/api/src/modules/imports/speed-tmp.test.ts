import { importFile, undoImport } from '../../../test/cast-imports.ts';
import { startApi } from '../../../test/harness.ts';
const api = startApi();
it('speed', async () => {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const line = (n: number) => `Kid${String.fromCharCode(97 + n % 26)}${String.fromCharCode(97 + (n / 26 | 0) % 26)}${String.fromCharCode(97 + (n / 676 | 0) % 26)} Rao,Mum Rao,98${String(10000000 + n)},04/13/2018,10 visits,2026-11-01,2027-02-28,Mon,5000,10%,UPI,3,Shy`;
  const bytes = 'Child,Parent,Mobile,DOB,Plan,Start,End,Days,Fees,Discount,Mode,Visits used,Notes\n' + Array.from({ length: 2000 }, (_, n) => line(n)).join('\n');
  let t = Date.now();
  const done = await importFile(api, admin, { kind: 'STUDENTS', bytes });
  console.log('import 2000', Date.now() - t, done.counts);
  t = Date.now();
  const undone = await undoImport(api, admin, done.id);
  console.log('undo', Date.now() - t, undone.status, undone.keptRows.length);
}, 590_000);

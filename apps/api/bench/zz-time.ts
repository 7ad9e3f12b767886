// @ts-nocheck
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { Tokens } from '../src/platform/auth/tokens.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { Recorder } from './record.ts';
import { idOf, sizeOf } from './sizes.ts';
import { convertibleLeads, workloads } from './workloads.ts';
const sums = new Map();
const orig = pg.Client.prototype.query;
pg.Client.prototype.query = function (...a) { const t=performance.now(); const r = orig.apply(this,a); if (r && r.then) { const text=(a[0].text??a[0]).trim().replace(/\s+/g,' ').slice(0,90); return r.then(x=>{ const s=sums.get(text)??[0,0]; s[0]+=performance.now()-t; s[1]++; sums.set(text,s); return x;}); } return r; };
const app = await createApp(readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test' }));
await app.init(); await app.getHttpAdapter().getInstance().ready();
const rec = new Recorder(app); const tokens = app.get(Tokens);
const admin = new pg.Client({ connectionString: process.env.DATABASE_URL }); await admin.connect();
const today = (await admin.query('select today::text from bench.size')).rows[0].today;
const size = sizeOf(['--small']);
if ((await admin.query(`select from students where id = bench.id(3,1,1000)`)).rowCount === 0) await admin.query(convertibleLeads(size));
for (const w of workloads(size, today).filter((w) => w.writes)) {
  const run = async (n) => { const call = w.call(n); const headers = { authorization: `Bearer ${tokens.access(idOf('user', call.center, 0), idOf('login', call.center, 0)).accessToken}`, 'x-center-id': idOf('center', call.center, 0) };
   return rec.record(call, headers); };
  for (let i=0;i<5;i++) await run(i);
  sums.clear(); const t=performance.now(); for (let i=0;i<20;i++) if(!(await run(i))) console.log('refused'); 
  console.log('==', w.name, ((performance.now()-t)/20).toFixed(1),'ms');
  for (const [k,[ms,n]] of [...sums].sort((a,b)=>b[1][0]-a[1][0]).slice(0,14)) console.log((ms/20).toFixed(1).padStart(7), (n/20).toFixed(1), k);
}
process.exit(0);

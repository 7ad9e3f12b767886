import { writeFileSync } from 'node:fs';
import os from 'node:os';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { Tokens } from '../src/platform/auth/tokens.ts';
import { Config, readConfig } from '../src/platform/config/config.ts';
import { type Doors, type Figures, load } from './load.ts';
import { type Bare, MOST_SCRIPTS, pgbench } from './pgbench.ts';
import { Recorder, type Recording } from './record.ts';
import { idOf, type Size, sizeOf } from './sizes.ts';
import { type Call, convertibleLeads, type Workload, workloads } from './workloads.ts';

export interface Measured {
  name: string;
  target: number;
  /** One connection with nothing else to do. */
  alone?: Figures;
  http: Figures;
  bare?: Bare;
}

export interface Result {
  size: Size;
  postgres: string;
  connections: number;
  seconds: number;
  load: string;
  rows: Record<string, number>;
  measured: Measured[];
}

const CONNECTIONS = 32;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6);
const program = process.env['PGBENCH'];
const size = sizeOf(process.argv);

/** Tells what one workload takes over HTTP, and then the same as bare SQL. Writes: bare first, as it changes nothing. */
class Measurement {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly recorder: Recorder,
    private readonly doors: Doors,
  ) {}

  async of(workload: Workload): Promise<Measured> {
    const { name, target, connections = CONNECTIONS } = workload;
    const bare = program && !workload.kept ? await this.bare(workload, program) : undefined;
    const alone = workload.writes
      ? undefined
      : await load(this.doors, workload, { connections: 1, seconds: SECONDS / 4 });
    const http = await load(this.doors, workload, { connections, seconds: SECONDS });
    return { name, target, ...(alone && { alone }), http, ...(bare && { bare }) };
  }

  private async bare(workload: Workload, program: string): Promise<Bare> {
    const recordings: Recording[] = [];
    for (let n = 0; n < MOST_SCRIPTS; n++) {
      const call = workload.call(n);
      const recording = call && (await this.recorder.record(call, this.doors.headersFor(call)));
      if (recording && recording.statements.length > 0) recordings.push(recording);
    }
    const [first] = recordings;
    if (!first) return { failure: 'nothing was recorded' };
    const role = first.role === 'cartwheel_hq' ? 'cartwheel_hq' : 'cartwheel_app';
    const url = new URL(this.app.get(Config).databaseUrl(role));
    const connections = workload.connections ?? CONNECTIONS;
    return pgbench(program, recordings, {
      url,
      connections,
      seconds: SECONDS,
      ends: workload.writes ? 'rollback' : 'commit',
    });
  }
}

async function measure(into: string): Promise<void> {
  const app = await createApp(readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const admin = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await admin.connect();
  const { rows } = await admin.query<{ today: string }>('select today::text from bench.size');
  const load = os.loadavg()[0]?.toFixed(1) ?? '';
  const counts = await countsOf(admin);
  await admin.query(convertibleLeads(size));
  const doors = doorsOf(app, process.env['API_ORIGIN'] ?? '');
  const measurement = new Measurement(app, new Recorder(app), doors);
  const measured: Measured[] = [];
  for (const workload of workloads(size, rows[0]?.today ?? '')) {
    const figures = await measurement.of(workload);
    measured.push(figures);
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  }
  const server = await admin.query<{ server_version: string }>('show server_version');
  const postgres = server.rows[0]?.server_version ?? '';
  const result: Result = { size, postgres, connections: CONNECTIONS, seconds: SECONDS, load, rows: counts, measured };
  writeFileSync(into, JSON.stringify(result, null, 2));
  await admin.end();
  await app.close();
}

async function countsOf(admin: pg.Client): Promise<Record<string, number>> {
  const { rows } = await admin.query<{ name: string; count: number }>(
    ['centers', 'students', 'enrollments', 'class_sessions', 'bookings', 'attendance_marks', 'invoices']
      .map((name) => `select '${name.replace('_', ' ')}' as name, count(*)::int as count from ${name}`)
      .join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** The admin of each center, and the super admin for all of them. Tokens last shorter than a run, so each call has its own. */
function doorsOf(app: NestFastifyApplication, origin: string): Doors {
  const tokens = app.get(Tokens);
  const kept = new Map<string, { token: string; at: number }>();
  const tokenOf = (center: number) => {
    const key = String(center);
    const known = kept.get(key);
    if (known && Date.now() - known.at < 300_000) return known.token;
    const token = tokens.access(idOf('user', center, 0), idOf('login', center, 0)).accessToken;
    kept.set(key, { token, at: Date.now() });
    return token;
  };
  const headersFor = ({ center }: Call): Record<string, string> => ({
    authorization: `Bearer ${tokenOf(center)}`,
    ...(center > 0 && { 'x-center-id': idOf('center', center, 0) }),
  });
  return { origin, headersFor };
}

await measure(process.env['BENCH_RESULT'] ?? 'bench.json');
process.exit(0);

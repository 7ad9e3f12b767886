import { spawn } from 'node:child_process';
import type { Import } from '@cartwheel/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { Tokens } from '../src/platform/auth/tokens.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { Cast, type Person } from '../test/cast.ts';
import { spread } from './load.ts';

/** Imports large files as people do, over HTTP and through the worker, and asks for the students' list meanwhile. */
const ROWS = Number(process.argv[2] ?? 20_000);
/** 600 children who come now, of 20,000 terms that were ever sold. */
const CURRENT_IS = Number(process.env['BENCH_CURRENT'] ?? 33);
const TODAY = new Date().toISOString().slice(0, 10);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Every third child is a sibling of the one before; all but one in `CURRENT_IS` of the enrollments are over. */
function children(): string[] {
  return Array.from({ length: ROWS }, (_, n) => {
    const family = n - (n % 3 === 2 ? 1 : 0);
    const name = `${word(n)} ${word(family * 7)}`;
    return `${name},2019-0${1 + (n % 9)}-1${n % 10},Parent ${word(family)},9${String(100_000_000 + family)}`;
  });
}

function word(n: number): string {
  const letters = [n, n / 26, n / 676, n / 17_576].map((of) => LETTERS[Math.floor(of) % 26]);
  return `${letters[0]!.toUpperCase()}${letters.slice(1).join('')}`;
}

const files = {
  LEADS: () => [
    'Child,DOB,Parent,Phone,Source,Status,Enquiry date,Remarks',
    ...children().map(
      (child, n) => `${child},Walk-in,${n % 4 ? 'Follow up' : 'New'},0${1 + (n % 9)}/10/2026,Called ${n}`,
    ),
  ],
  STUDENTS: () => [
    'Child,DOB,Parent,Phone,Plan,Start,End,Days,Batch,Fees,Mode',
    ...children().map((child, n) => {
      const [start, end] = n % CURRENT_IS === 0 ? ['2026-11-01', '2027-01-31'] : ['2026-05-01', '2026-07-31'];
      const batch = `Batch ${1 + (Math.floor(n / CURRENT_IS) % 40)}`;
      return `${child},Quarterly,${start},${end},"${n % 10 ? 'Mon' : 'Tue'}",${batch},6000,UPI`;
    }),
  ],
};

class Bench {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly center: Cast,
    private readonly person: Person,
  ) {}

  static async open(app: NestFastifyApplication, admin: pg.Pool): Promise<Bench> {
    const center = await Cast.in(app, admin, app.get(Tokens), {});
    await center.rows(
      `insert into batches (center_id, name, days_of_week, start_time, end_time, capacity)
       select $1, 'Batch ' || n, '{MON,TUE,WED,THU,FRI}', '16:00', '17:00', 100 from generate_series(1, 40) n`,
      [center.id],
    );
    await center.rows(
      `insert into class_sessions (center_id, batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, slot, status)
       select b.center_id, b.id, b.name, d::date, '16:00', '17:00', d + time '16:00', d + time '17:00', 100, d::date::text, 'PUBLISHED'
       from batches b, generate_series('${TODAY}'::date, '${TODAY}'::date + 27, interval '1 day') d
       where b.center_id = $1 and extract(isodow from d) < 6`,
      [center.id],
    );
    return new Bench(app, center, await center.staff('CENTER_ADMIN'));
  }

  async of(kind: keyof typeof files): Promise<void> {
    const bytes = Buffer.from(`${files[kind]().join('\n')}\n`);
    const uploaded = await timed(`${kind} upload`, () =>
      this.person.post('/imports').field('kind', kind).attach('file', bytes, `${kind}.csv`).expect(201),
    );
    const { id } = uploaded.body as Import;
    await timed(`${kind} dry run`, () => this.person.post(`/imports/${id}/dry-run`).expect(200));
    const quiet = await this.latencies(async () => new Promise((resolve) => setTimeout(resolve, 3000)));
    const busy = await this.latencies(() => timed(`${kind} run`, () => this.act(id, 'run', 'RUNNING')));
    say(`${kind} students list, nothing else: ${told(quiet)}`);
    say(`${kind} students list meanwhile:     ${told(busy)}`);
    await timed(`${kind} undo`, () => this.act(id, 'undo', 'UNDOING'));
  }

  private async act(id: string, act: 'run' | 'undo', running: Import['status']): Promise<void> {
    await this.person.post(`/imports/${id}/${act}`).expect(202);
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { status, counts, failure } = (await this.person.get(`/imports/${id}`).expect(200)).body as Import;
      if (status === running) continue;
      say(`${act}: ${status} ${JSON.stringify(counts)} ${failure ?? ''}`);
      return;
    }
  }

  /** Ten requests a second, each timed. */
  private async latencies(work: () => Promise<unknown>): Promise<number[]> {
    const times: number[] = [];
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        const began = performance.now();
        await this.person.get('/students?limit=50').expect(200);
        times.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    await work();
    isOver = true;
    await asking;
    return times;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function told(times: number[]): string {
  const { p50, p95, p99, count } = spread(times, 1);
  return `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms of ${count}`;
}

async function timed<T>(name: string, work: () => PromiseLike<T>): Promise<T> {
  const began = performance.now();
  const answer = await work();
  say(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s for ${ROWS} rows`);
  return answer;
}

const app = await createApp(readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'warn' }));
await app.listen(0, '127.0.0.1');
const worker = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'src/worker.ts'], {
  stdio: 'inherit',
});
const admin = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 3 });
for (const kind of process.argv[3] ? [process.argv[3] as keyof typeof files] : (['LEADS', 'STUDENTS'] as const)) {
  await (await Bench.open(app, admin)).of(kind);
}
worker.kill();
await app.close();
await admin.end();

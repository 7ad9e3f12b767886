import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { spread } from './load.ts';
import type { Recording, Statement } from './record.ts';

const run = promisify(execFile);
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** Different transactions of each kind; pgbench takes at most 128. */
export const MOST_SCRIPTS = 60;

export type Bare = { p50: number; p95: number; perSecond: number } | { failure: string };

/** The recorded transactions again and again, each time a random one of them, on so many connections. */
export async function pgbench(
  program: string,
  recordings: readonly Recording[],
  how: { url: URL; connections: number; seconds: number; ends: 'commit' | 'rollback' },
): Promise<Bare> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    const files = recordings.map((recording, index) => {
      const file = path.join(folder, `${index}.sql`);
      writeFileSync(file, scriptOf(recording, how.ends));
      return ['-f', file];
    });
    const log = path.join(folder, 'log');
    const args = [
      '-n',
      '-M',
      'simple',
      '-c',
      how.connections,
      '-j',
      '2',
      '-T',
      how.seconds,
      '-l',
      '--log-prefix',
      log,
      ...files.flat(),
      how.url.pathname.slice(1),
    ];
    const env = {
      PATH: process.env['PATH'],
      PGHOST: how.url.hostname,
      PGPORT: how.url.port,
      PGUSER: how.url.username,
      PGPASSWORD: how.url.password,
    };
    await run(program, args.map(String), { env });
    return spread(timesIn(folder), how.seconds);
  } catch (error) {
    return {
      failure: String((error as { stderr?: string }).stderr ?? error)
        .split('\n')
        .slice(0, 3)
        .join(' '),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The third column of pgbench's log is the time of a transaction in microseconds. */
function timesIn(folder: string): number[] {
  const logs = readdirSync(folder).filter((name) => name.startsWith('log'));
  const lines = logs.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean));
  return lines.map((line) => Number(line.split(' ')[2]) / 1_000);
}

/** Ids that the database made are taken from its answer again; everything else is said as it was. */
function scriptOf({ statements, key }: Recording, ends: string): string {
  const lines = ['\\set key random(1, 1000000000000)'];
  let names = new Map<string, string>([[key, ':key']]);
  const known = new Set<string>();
  for (const statement of statements) {
    const literal = written(statement);
    const made = freshIds(statement, known, names.size);
    for (const id of literal.match(uuid) ?? []) known.add(id);
    const said = replaced(literal, names)
      .replace(/^begin; /, 'begin \\; ')
      .replaceAll('\n', ' ');
    lines.push(made.size > 0 ? `${said} \\gset v${names.size}_` : `${said};`);
    names = new Map([...names, ...made]);
  }
  return [...lines, `${ends};`, ''].join('\n');
}

/** Ids of a single answered row that nobody has named before. */
function freshIds({ text, rows }: Statement, known: ReadonlySet<string>, prefix: number): Map<string, string> {
  const [row] = rows;
  const isWrite = /^\s*insert/i.test(text) || /claim_seat/.test(text);
  if (rows.length !== 1 || !row || !isWrite) return new Map();
  const fresh = Object.entries(row).filter(([, value]) => isUuid(value) && !known.has(String(value)));
  return new Map(fresh.map(([column, value]) => [String(value), `:v${prefix}_${column}`]));
}

const isUuid = (value: unknown) => typeof value === 'string' && value.length === 36 && value.match(uuid) !== null;

const replaced = (text: string, names: ReadonlyMap<string, string>) =>
  [...names].reduce((written, [id, name]) => written.replaceAll(id, name), text);

const written = ({ text, values }: Statement): string =>
  text.replaceAll(/\$(\d+)/g, (_, position: string) => literalOf(values[Number(position) - 1]));

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return pg.escapeLiteral(Array.isArray(value) ? `{${value.map(elementOf).join(',')}}` : textOf(value));
}

const elementOf = (value: unknown): string =>
  value === null || value === undefined ? 'NULL' : `"${textOf(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

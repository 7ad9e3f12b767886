import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Measured, Result } from './measure.ts';
import { type PagesResult, pagesSection, withPagesSection } from './report-pages.ts';
import { ms, table } from './table.ts';

const file = new URL('../../../docs/bench.md', import.meta.url);

function bareCells({ http, bare }: Measured): string[] {
  if (!bare) return ['–', '–', '–'];
  if ('failure' in bare) return [bare.failure, '–', '–'];
  return [ms(bare.p50), ms(bare.p95), (http.p95 / bare.p95).toFixed(1)];
}

const figures = (measured: readonly Measured[]) =>
  table(
    [
      'Work',
      'alone p50',
      'p50',
      'p95',
      'p99',
      'requests/s',
      'errors',
      'SQL p50',
      'SQL p95',
      'p95 HTTP/SQL',
      'target p95',
      '',
    ],
    measured.map((one) => {
      const { name, target, alone, http } = one;
      const verdict = isMet(one) ? 'met' : 'missed';
      return [
        name,
        ms(alone?.p50),
        ms(http.p50),
        ms(http.p95),
        ms(http.p99),
        ms(http.perSecond),
        http.errors,
        ...bareCells(one),
        target,
        verdict,
      ];
    }),
  );

const isMet = ({ http, target }: Measured) => http.p95 < target && http.errors === 0;

function growth(small: Result, large: Result): string {
  const rows = large.measured.map(({ name, http }) => {
    const before = small.measured.find((one) => one.name === name)?.http.p95 ?? Number.NaN;
    const times = http.p95 / before;
    return [name, ms(before), ms(http.p95), times.toFixed(2), times <= 1.5 ? 'met' : 'missed'];
  });
  return table(['Work', 'p95 small', 'p95 large', 'large/small', 'at most 1.5'], rows);
}

function verdict({ size, measured }: Result): string {
  const missed = measured.filter((one) => !isMet(one));
  const slowSql = missed.filter(({ bare, target }) => bare && 'p95' in bare && bare.p95 >= target);
  const sentences = [
    `With the ${size.name} data ${measured.length - missed.length} of ${measured.length} targets were met.`,
    missed.length > 0 && `Missed: ${namesOf(missed)}.`,
    slowSql.length > 0 && `Of these, bare SQL alone was above the target for: ${namesOf(slowSql)}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

const namesOf = (measured: readonly Measured[]) => measured.map(({ name }) => name).join('; ');

function sharing(results: readonly Result[]): string {
  const busiest = Math.max(...results.map(({ load }) => Number(load)));
  if (busiest <= os.cpus().length) return '';
  return `**The machine was shared.** Other work had its load average at ${busiest} on ${os.cpus().length} cores before measuring began, so all times are
longer than on a machine of its own, and lines measured one after the other do not compare exactly.`;
}

function errorsOf({ measured }: Result): string[] {
  return measured.flatMap(({ name, http }) =>
    http.firstError ? [`${name}: ${http.errors} errors, the first: \`${http.firstError}\``] : [],
  );
}

function sizeSection(result: Result): string[] {
  const { size, rows, load, measured } = result;
  const counted = Object.entries(rows)
    .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
    .join(', ');
  return [
    `## ${size.name === 'small' ? 'Small' : 'Large'} data`,
    `${counted}. The load average of the machine was ${load} before measuring began.`,
    figures(measured),
    ...errorsOf(result),
  ];
}

function machine({ postgres, connections, seconds }: Result): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${os.cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB, ${os.type()} ${os.arch()}, Node ${process.version},
PostgreSQL ${postgres} (fsync on, shared_buffers 1 GB). One API process, PostgreSQL, and the program that sends the requests
share these cores. ${connections} connections, ${seconds} s for each kind of work.`;
}

const howToRead = `Times are milliseconds. Requests go over HTTP with keep-alive connections, each of which sends its next request when it has
the answer to the last; they walk through all centers. \`alone\` is one connection with nothing else to do. The SQL columns are the
transactions that the API sent for the same requests (recorded, not written by hand), repeated by \`pgbench\` on as many connections as the
same role under row-level security; who is signed in is asked on a connection of its own and is not among them. Recorded writes are
rolled back at their end, so their SQL columns lack the flush of a commit. The HQ dashboard is kept for 15 seconds by the API; the line
below it asks for another period each time, so that everything is counted. What is measured first after the start finds nothing in memory;
\`alone\` of the HQ dashboard is such a first count.`;

const howToRepeat = `\`npm run bench -- --write\` measures both sizes and writes this page; \`npm run bench -- --small\` is a quick look,
\`npm run bench -- --pages\` measures the pages alone (with \`--write\`: and writes their section).
It starts a PostgreSQL of its own in \`.data/bench-postgres\`, fills it (\`apps/api/bench/fill.ts\`), starts the API, measures, and
removes what it made. pgbench comes with Debian's \`postgresql-contrib\`; without it the SQL columns are left out. On a machine that
does other work at the same time all figures are worse than they need be, and comparisons between lines are rough.`;

function command(small: Result | undefined, large: Result | undefined): string {
  const hurried = small && small.seconds !== 6 ? `BENCH_SECONDS=${small.seconds} ` : '';
  return `${hurried}npm run bench -- ${large ? '' : '--small '}--write`;
}

function page(results: readonly Result[], pages: PagesResult | undefined): string {
  const [small, large] = results;
  const parts = [
    '# Benchmark',
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`${command(small, large)}\`.`,
    small ? machine(small) : '',
    sharing(results),
    ...results.map(verdict),
    howToRead,
    ...results.flatMap(sizeSection),
    ...(small && large ? ['## Growth', growth(small, large)] : []),
    pages ? pagesSection(pages) : '',
    '## How to repeat',
    howToRepeat,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const readResult = <What>(name: string): What => JSON.parse(readFileSync(name, 'utf8')) as What;
const files = process.argv.filter((name) => name.endsWith('.json'));
const ofPages = files.find((name) => name.endsWith('bench-pages.json'));
const results = files.filter((name) => name !== ofPages).map((name) => readResult<Result>(name));
const pages = ofPages ? readResult<PagesResult>(ofPages) : undefined;
const isPagesAlone = results.length === 0 && pages;
process.stdout.write(isPagesAlone ? `${pagesSection(pages)}\n` : page(results, pages));
if (process.argv.includes('--write')) {
  writeFileSync(file, isPagesAlone ? withPagesSection(readFileSync(file, 'utf8'), pages) : page(results, pages));
}

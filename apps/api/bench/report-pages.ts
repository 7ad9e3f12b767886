import { ms, table } from './table.ts';

/** What `apps/web/bench/pages.ts` writes. */
export interface PagesResult {
  load: string;
  pages: {
    name: string;
    scriptBytes: number;
    laterBytes: number;
    scriptTarget: number;
    renderedMs: number;
    desk: number;
    mobile: number;
  }[];
  taps: { name: string; slowestMs: number; medianMs: number }[];
}

const targets = { renderedMs: 1000, desk: 90, mobile: 80, tapMs: 150 };
const kilobytes = (bytes: number) => (bytes / 1024).toFixed(0);
const judged = (figure: string | number, isMet: boolean) => `${figure} ${isMet ? 'met' : '**missed**'}`;

const loads = ({ pages }: PagesResult) =>
  table(
    [
      'Page',
      'JavaScript KB',
      'at most',
      'later KB',
      `first render ms < ${targets.renderedMs}`,
      `Lighthouse desk ≥ ${targets.desk}`,
      `mobile ≥ ${targets.mobile}`,
    ],
    pages.map(({ name, scriptBytes, laterBytes, scriptTarget, renderedMs, desk, mobile }) => [
      name,
      judged(kilobytes(scriptBytes), scriptBytes <= scriptTarget),
      kilobytes(scriptTarget),
      kilobytes(laterBytes),
      judged(ms(renderedMs), renderedMs < targets.renderedMs),
      judged(desk, desk >= targets.desk),
      judged(mobile, mobile >= targets.mobile),
    ]),
  );

const taps = (result: PagesResult) =>
  table(
    ['Tap, at 4× slower CPU', 'median ms', `slowest ms ≤ ${targets.tapMs}`],
    result.taps.map(({ name, slowestMs, medianMs }) => [
      name,
      ms(medianMs),
      judged(ms(slowestMs), slowestMs <= targets.tapMs),
    ]),
  );

const howToRead = `A production build with the demo data in Chromium, API, worker and PostgreSQL on the same machine. JavaScript is what came over the wire
(gzip) and had been asked for when the page was drawn, in a browser that has nothing kept, without the service worker; what comes afterwards,
until the network is idle, stands beside it. First render is the time to the largest
contentful paint of somebody who is signed in, the middle one of five visits. Lighthouse runs once per page and form, with its own presets for
throttling. A tap lasts from the touch to the frame that shows its answer; of three runs of up to 20 taps the middle one is shown.`;

export const pagesSection = (result: PagesResult): string =>
  [
    '## Pages',
    `${howToRead} The load average of the machine was ${result.load} before measuring began.`,
    loads(result),
    taps(result),
  ].join('\n\n');

/** The page as it is, with this section in the place of the one before or, without one, ahead of how to repeat. */
export function withPagesSection(page: string, result: PagesResult): string {
  const written = `${pagesSection(result)}\n\n`;
  const before = /^## Pages\n[^]*?(?=^## )/m;
  if (before.test(page)) return page.replace(before, () => written);
  return page.replace(/^## How to repeat/m, (heading) => `${written}${heading}`);
}

import type { Browser, Page } from 'playwright-core';
import { openPage } from '../journeys/browser.ts';

type State = Parameters<typeof openPage>[1]['state'];

export interface FirstLoad {
  /** Gzip, as it came over the wire, of what was asked for until the page was drawn. */
  scriptBytes: number;
  /** Of what was asked for afterwards, until the network was idle. */
  laterBytes: number;
  /** Until the largest thing on the page was painted. */
  renderedMs: number;
}

const VISITS = 5;

/** A page as somebody sees it who opens it for the first time on this device, of several visits the one in the middle. */
export async function firstLoad(browser: Browser, url: URL, state: State): Promise<FirstLoad> {
  // The first visit warms the server.
  await visit(browser, url, state);
  const visits: FirstLoad[] = [];
  for (let n = 0; n < VISITS; n += 1) visits.push(await visit(browser, url, state));
  const times = visits.map(({ renderedMs }) => renderedMs).toSorted((a, b) => a - b);
  return {
    scriptBytes: Math.max(...visits.map(({ scriptBytes }) => scriptBytes)),
    laterBytes: Math.max(...visits.map(({ laterBytes }) => laterBytes)),
    renderedMs: times[Math.floor(VISITS / 2)] ?? Number.NaN,
  };
}

async function visit(browser: Browser, url: URL, state: State): Promise<FirstLoad> {
  const page = await openPage(browser, { baseURL: url.origin, state, serviceWorkers: 'block' });
  try {
    await page.goto(url.href, { waitUntil: 'networkidle' });
    const renderedMs = await largestPaint(page);
    const [scriptBytes = 0, laterBytes = 0] = await bytesAround(page, renderedMs);
    return { renderedMs, scriptBytes, laterBytes };
  } finally {
    await page.context().close();
  }
}

/** Of the scripts that were asked for until this moment, and after it. */
function bytesAround(page: Page, moment: number): Promise<number[]> {
  return page.evaluate((until) => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = new Map(
      resources.filter(({ name }) => new URL(name).pathname.endsWith('.js')).map((script) => [script.name, script]),
    );
    const bytesOf = (isLater: boolean) =>
      [...scripts.values()]
        .filter(({ startTime }) => startTime > until === isLater)
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return [bytesOf(false), bytesOf(true)];
  }, moment);
}

function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN));
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

import type { Browser, Page } from 'playwright-core';
import { openPage } from '../journeys/browser.ts';

type State = Parameters<typeof openPage>[1]['state'];

export interface FirstLoad {
  /** Gzip, as it came over the wire. */
  scriptBytes: number;
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
    renderedMs: times[Math.floor(VISITS / 2)] ?? Number.NaN,
  };
}

async function visit(browser: Browser, url: URL, state: State): Promise<FirstLoad> {
  const page = await openPage(browser, { baseURL: url.origin, state, serviceWorkers: 'block' });
  try {
    await page.goto(url.href, { waitUntil: 'networkidle' });
    return { renderedMs: await largestPaint(page), scriptBytes: await scriptBytes(page) };
  } finally {
    await page.context().close();
  }
}

/** Also of those that are loaded for later. */
function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    const sizes = new Map(scripts.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  });
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

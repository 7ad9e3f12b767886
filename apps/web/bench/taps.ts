import type { Locator, Page } from 'playwright-core';

interface Taps {
  throttle: number;
  taps: number;
}

/** From the touch to the next frame that shows its answer, in ms, as the browser measures it; fastest first. */
export async function tapTimes(page: Page, targets: Locator, { throttle, taps }: Taps): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await watchTaps(page);
  for (let tap = 0; tap < taps; tap += 1) {
    await press(page, targets.nth(tap));
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(1500);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const durations = await seenTimes(page);
  // What took less than 16 ms is not reported.
  const unreported = Array.from({ length: Math.max(taps - durations.length, 0) }, () => 16);
  return [...unreported, ...durations].toSorted((a, b) => a - b);
}

/** Both at once: between two calls a busy machine may take so long that it counts as a long press. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.hover();
  await Promise.all([page.mouse.down(), page.mouse.up()]);
}

async function watchTaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: PerformanceEventTiming[] = [];
    Object.assign(window, { seenTaps: seen });
    const observer = new PerformanceObserver((list) => seen.push(...(list.getEntries() as PerformanceEventTiming[])));
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** An interaction is several events; it took as long as the longest of them. */
function seenTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { seenTaps } = window as unknown as { seenTaps: (PerformanceEventTiming & { interactionId: number })[] };
    const longest = new Map<number, number>();
    for (const { interactionId, duration } of seenTaps) {
      if (interactionId) longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
    }
    return [...longest.values()];
  });
}

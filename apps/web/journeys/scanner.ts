import type { Page } from 'playwright-core';

/** As a scanner that is connected as a keyboard: all its keys at once, however slow the machine is. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((keys) => {
    for (const key of keys) window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  }, code.split('').concat('Enter'));
}

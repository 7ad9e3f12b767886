import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's Chromium; the switches keep it from calling home, which a closed network would make it wait for. */
const program = (more: readonly string[]) => ({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...more,
  ],
});

export const launchBrowser = (more: readonly string[] = []): Promise<Browser> => chromium.launch(program(more));

/** A browser whose pages, also those that other programs open, share what is kept in the folder. */
export const launchBrowserIn = (folder: string, more: readonly string[]): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, program(more));

export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 1024, height: 768 },
  desk: { width: 1440, height: 900 },
} as const;

interface PageOptions {
  baseURL: string;
  size?: keyof typeof sizes;
  scheme?: 'light' | 'dark';
  /** Of the device; the center's own zone must win over it. */
  timezone?: string;
  /** Cookies of somebody who has signed in before. */
  state?: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
  serviceWorkers?: 'allow' | 'block';
}

/** A page of its own person: own cookies, own storage. */
export async function openPage(browser: Browser, options: PageOptions): Promise<Page> {
  const {
    baseURL,
    size = 'desk',
    scheme = 'light',
    timezone = 'Asia/Kolkata',
    state,
    serviceWorkers = 'allow',
  } = options;
  const context = await browser.newContext({
    baseURL,
    viewport: sizes[size],
    colorScheme: scheme,
    timezoneId: timezone,
    locale: 'en-IN',
    hasTouch: size !== 'desk',
    reducedMotion: 'reduce',
    serviceWorkers,
    ...(state && { storageState: state }),
  });
  return context.newPage();
}

/** Signs in through the login page and waits for the start page of the role. */
export async function signIn(page: Page, email: string, password: string, origin = ''): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/(c\/|hq)/);
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands, one line each; empty is what is wanted. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
  );
}

/** Buttons, links and inputs that are smaller than a finger needs; links within sentences do not count. */
export async function smallTargets(page: Page, floor = 44): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('a, button, input, select, [role="radio"], [role="option"]')) {
      // A field is as large as the frame drawn around it.
      const box = (element.matches('input') && element.closest('.mantine-Input-wrapper')) || element;
      const { width, height } = box.getBoundingClientRect();
      const isHidden = width <= 1 || height <= 1 || getComputedStyle(element).visibility === 'hidden';
      const isInText = element.matches('p a, label input, [type="hidden"]') || element.closest('[inert]') !== null;
      if (isHidden || isInText || (width >= least && height >= least)) continue;
      found.push(`${element.tagName} ${element.textContent?.trim()} ${Math.round(width)}×${Math.round(height)}`);
    }
    return found;
  }, floor);
}

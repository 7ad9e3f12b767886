import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launchBrowserIn, signIn } from '../journeys/browser.ts';

export interface Scores {
  desk: number;
  mobile: number;
}

export interface Person {
  email: string;
  password: string;
}

/** Lighthouse's performance from 0 to 100 for pages that somebody who is signed in sees; each once, in the same browser. */
export async function lighthouseScores(urls: readonly URL[], person: Person | undefined): Promise<Scores[]> {
  const port = await freePort();
  const profile = mkdtempSync(path.join(os.tmpdir(), 'cartwheel-lighthouse-'));
  const context = await launchBrowserIn(profile, [`--remote-debugging-port=${port}`]);
  try {
    if (person && urls[0]) {
      const page = await context.newPage();
      await signIn(page, person.email, person.password, urls[0].origin);
      await page.close();
    }
    const scores: Scores[] = [];
    for (const url of urls) scores.push({ desk: await score(url, port, true), mobile: await score(url, port, false) });
    return scores;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function score(url: URL, port: number, isDesk: boolean): Promise<number> {
  const flags = { port, onlyCategories: ['performance'], logLevel: 'error' as const };
  const result = await lighthouse(url.href, flags, isDesk ? desktopConfig : undefined);
  const { finalDisplayedUrl, categories } = result?.lhr ?? {};
  if (finalDisplayedUrl && new URL(finalDisplayedUrl).pathname !== url.pathname)
    throw new Error(`${url.pathname} led to ${finalDisplayedUrl}`);
  return Math.round((categories?.['performance']?.score ?? Number.NaN) * 100);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { APIResponse, Page } from 'playwright-core';

const MOST_TRIES = 40;

/** Asks again while the API is busy, as the portal does: its first answers after a start may be that it is. */
export async function patiently(ask: () => Promise<APIResponse>): Promise<APIResponse> {
  let answer = await ask();
  for (let tries = 1; answer.status() === 503 && tries < MOST_TRIES; tries += 1) {
    await setTimeout(500);
    answer = await ask();
  }
  return answer;
}

/** The API with the session of the person on the page: for what the story takes as given, and to look things up. */
export async function centerApi(page: Page, slug: string) {
  const me = (await (await patiently(() => page.request.get('/api/v1/auth/me'))).json()) as {
    id: string;
    assignments: { centerId: string; centerSlug: string }[];
  };
  const centerId = me.assignments.find((assignment) => assignment.centerSlug === slug)?.centerId ?? '';
  const headers = () => ({ 'x-center-id': centerId, 'idempotency-key': randomUUID(), 'sec-fetch-site': 'same-origin' });
  return {
    me,
    async get<Answer>(path: string): Promise<Answer> {
      const answer = await patiently(() => page.request.get(`/api/v1${path}`, { headers: headers() }));
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
    async file(path: string): Promise<{ type: string; bytes: Buffer }> {
      const answer = await patiently(() => page.request.get(`/api/v1${path}`, { headers: headers() }));
      return { type: answer.headers()['content-type'] ?? '', bytes: await answer.body() };
    },
    async post<Answer>(path: string, data: object): Promise<{ status: number; body: Answer }> {
      const sent = { headers: headers(), data };
      const answer = await patiently(() => page.request.post(`/api/v1${path}`, sent));
      return { status: answer.status(), body: (await answer.json()) as Answer };
    },
  };
}

import { randomBytes, randomUUID } from 'node:crypto';
import type { User } from '@cartwheel/contracts';
import type { Cast, Person } from './cast.ts';
import type { TestApi } from './harness.ts';

export const newEmail = () => `${randomUUID()}@sunrise.example`;

/** Invites a colleague as `inviter`; a trainer, unless said otherwise. */
export async function invite(
  inviter: Person,
  details: Partial<Record<'name' | 'email' | 'role' | 'centerId', string>> = {},
) {
  const answer = await inviter.post('/users').send({ name: 'Tara', email: newEmail(), role: 'TRAINER', ...details });
  return { status: answer.status, body: answer.body as User & { code: string; existingId: string } };
}

/** The links mailed to this address, the newest first. */
export async function mailedTokens(center: Cast, email: string): Promise<string[]> {
  const mails = await center.rows<{ text: string }>(
    'select text from mailbox_messages where recipient = $1 order by created_at desc',
    [email],
  );
  return mails.map(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? '');
}

export const password = 'a quiet tumbling mat';

/** Asks from an address of its own: attempts are counted per address, and tests run side by side. */
export function fromAnywhere(api: TestApi, path: string, body: object) {
  const address = randomBytes(4).join('.');
  return api.anybody().post(`/api/v1${path}`).set('x-forwarded-for', address).send(body);
}

export function acceptInvite(api: TestApi, token: string) {
  return fromAnywhere(api, '/auth/accept-invite', { token, password });
}

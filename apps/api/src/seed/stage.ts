import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Identity } from '../platform/auth/identity.ts';
import { Tokens } from '../platform/auth/tokens.ts';
import { Clock } from '../platform/clock/clock.ts';
import { sql } from '../platform/database/sql.ts';

const MOST_TRIES = 60;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** Somebody of the story, who does what they do through the API, at the time the story tells. */
export interface Player {
  id: string;
  name: string;
  do: <Answer>(method: Method, path: string, body?: object) => Promise<Answer>;
}

/** Where one center's story plays, in its own time: several play side by side. */
export class Stage {
  private readonly sessions: string[] = [];
  private now = new Date();

  constructor(private readonly app: NestFastifyApplication) {}

  /** From now on it is this moment. */
  setTime(moment: Date): void {
    this.now = moment;
  }

  async player(userId: string, name: string, centerId?: string): Promise<Player> {
    const identity = this.app.get(Identity);
    const session = await identity.first<{ id: string }>(sql`
      insert into login_sessions (user_id, idle_expires_at, absolute_expires_at) values (${userId}, 'infinity', 'infinity') returning id`);
    const sessionId = session!.id;
    this.sessions.push(sessionId);
    return {
      id: userId,
      name,
      do: (method, path, body) => this.call(userId, sessionId, centerId, { method, path, body }),
    };
  }

  /** The players leave: nobody stays signed in. */
  async clear(): Promise<void> {
    await this.app.get(Identity).rows(sql`delete from login_sessions where id = any (${this.sessions}::uuid[])`);
  }

  private async call<Answer>(
    userId: string,
    sessionId: string,
    centerId: string | undefined,
    { method, path, body }: { method: Method; path: string; body: object | undefined },
  ): Promise<Answer> {
    const clock = this.app.get(Clock);
    const accessToken = clock.at(this.now, () => this.app.get(Tokens).access(userId, sessionId).accessToken);
    const request = {
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(centerId && { 'x-center-id': centerId }),
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
      },
      ...(body && { payload: body }),
    };
    // A request begins when it is waited for, so that is done within the moment.
    const ask = () => clock.at(this.now, async () => await this.app.inject(request));
    let answer = await ask();
    // A slow machine is told to come back shortly, as everybody is; the key makes asking again harmless.
    for (let tries = 1; answer.statusCode === 503 && tries < MOST_TRIES; tries += 1) {
      await setTimeout(500);
      answer = await ask();
    }
    if (answer.statusCode >= 400)
      throw new Refused(answer.statusCode, `${method} ${path}: ${answer.body} ${JSON.stringify(body ?? {})}`);
    return answer.json<Answer>();
  }
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

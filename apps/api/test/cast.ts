import { randomUUID } from 'node:crypto';
import type { Role } from '@cartwheel/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import supertest from 'supertest';
import type { Tokens } from '../src/platform/auth/tokens.ts';

export interface NewCenter {
  organizationId?: string;
  timezone?: string;
  currency?: string;
  country?: string;
  name?: string;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Somebody who is signed in: `await desk.post('/leads').send({ … })`. Paths are below /api/v1. */
export type Person = Record<Method, (path: string) => supertest.Test> & { id: string; name: string; token: string };

/**
 * A center of its own for each test. Row-level security already keeps centers apart, so tests share one database and
 * nothing needs cleaning up.
 */
export class Cast {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly admin: pg.Pool,
    private readonly tokens: Tokens,
    readonly organizationId: string,
    readonly id: string,
    readonly timezone: string,
    readonly currency: string,
  ) {}

  static async in(app: NestFastifyApplication, admin: pg.Pool, tokens: Tokens, options: NewCenter): Promise<Cast> {
    const { timezone = 'Asia/Kolkata', currency = 'INR', country = 'IN', name = 'Koramangala' } = options;
    const organizationId =
      options.organizationId ??
      (await one(admin, `insert into organizations (name) values ('Sunrise Kids Gym') returning id`, []));
    const id = await one(
      admin,
      `insert into centers (organization_id, name, slug, city, timezone, currency, country, locale)
       values ($1, $2, $3, 'Bengaluru', $4, $5, $6, $7) returning id`,
      [organizationId, name, `c-${randomUUID()}`, timezone, currency, country, `en-${country}`],
    );
    return new Cast(app, admin, tokens, organizationId, id, timezone, currency);
  }

  /** Another center of the same organization. */
  sister(options: NewCenter = {}): Promise<Cast> {
    return Cast.in(this.app, this.admin, this.tokens, {
      name: 'Indiranagar',
      ...options,
      organizationId: this.organizationId,
    });
  }

  /** A colleague with a role here, signed in. SUPER_ADMIN has none, and acts in this center. */
  async staff(role: Role, name: string = role.toLowerCase()): Promise<Person> {
    const userId = await this.user(name, role === 'SUPER_ADMIN');
    if (role !== 'SUPER_ADMIN') await this.assign(userId, role);
    return this.signIn(userId, name, this.id);
  }

  async assign(userId: string, role: Role): Promise<void> {
    await this.admin.query('insert into assignments (center_id, user_id, role) values ($1, $2, $3)', [
      this.id,
      userId,
      role,
    ]);
  }

  /** A super admin who has not chosen a center. */
  async hq(): Promise<Person> {
    return this.signIn(await this.user('Hema', true), 'Hema', undefined);
  }

  async user(name: string, isSuperAdmin = false): Promise<string> {
    const email = `${randomUUID()}@sunrise.example`;
    return one(
      this.admin,
      `insert into users (organization_id, name, email, email_norm, status, is_super_admin) values ($1, $2, $3, $3, 'ACTIVE', $4) returning id`,
      [this.organizationId, name, email, isSuperAdmin],
    );
  }

  async signIn(userId: string, name: string, centerId: string | undefined): Promise<Person> {
    const sessionId = await one(
      this.admin,
      `insert into login_sessions (user_id, idle_expires_at, absolute_expires_at) values ($1, 'infinity', 'infinity') returning id`,
      [userId],
    );
    const { accessToken } = this.tokens.access(userId, sessionId);
    const agent = supertest(this.app.getHttpServer());
    const call = (method: Method) => (path: string) => {
      const request = agent[method](`/api/v1${path}`).set('authorization', `Bearer ${accessToken}`);
      if (centerId) void request.set('x-center-id', centerId);
      return method === 'get' ? request : request.set('idempotency-key', randomUUID());
    };
    return {
      id: userId,
      name,
      token: accessToken,
      get: call('get'),
      post: call('post'),
      put: call('put'),
      patch: call('patch'),
      delete: call('delete'),
    };
  }

  /** What is stored, read past all walls. */
  async rows<Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(query, values)).rows;
  }
}

async function one(admin: pg.Pool, query: string, values: unknown[]): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(query, values);
  return rows[0]!.id;
}

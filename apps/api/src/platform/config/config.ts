import { createHmac } from 'node:crypto';
import * as z from 'zod';

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.string().startsWith('postgres'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  DATABASE_PREPARED: z.enum(['on', 'off']).default('on'),
  APP_SECRET: z.string().min(32, 'Use at least 32 random characters'),
  PUBLIC_URL: z.url().optional(),
  PORTAL_URL: z.url().optional(),
  REDIS_URL: z.string().startsWith('redis').optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  MAIL_FROM: z.string().default('Cartwheel <no-reply@cartwheel.example>'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: z.string().default('loopback'),
  METRICS_PORT: z.coerce.number().int().optional(),
  API_DOCS: z.enum(['on', 'off']).optional(),
});

export type DatabaseRole =
  | 'cartwheel_app'
  | 'cartwheel_hq'
  | 'cartwheel_lookup'
  | 'cartwheel_relay'
  | 'cartwheel_backup';
const defaultSecrets = ['change-me', 'local-only', 'secret'];

export class Config {
  constructor(private readonly env: z.infer<typeof Environment>) {}

  get isProduction() {
    return this.env.NODE_ENV === 'production';
  }
  get isTest() {
    return this.env.NODE_ENV === 'test';
  }
  get port() {
    return this.env.PORT;
  }
  get host() {
    return this.env.HOST;
  }
  get poolSize() {
    return this.env.DATABASE_POOL;
  }
  /** Off behind a pooler that hands a connection to another client after each transaction and cannot follow. */
  get preparesStatements() {
    return this.env.DATABASE_PREPARED === 'on';
  }
  /** Where people reach the portal; links in mails begin with it. */
  get publicUrl() {
    return (this.env.PUBLIC_URL ?? `http://localhost:${this.env.PORT}`).replace(/\/$/, '');
  }
  get portalUrl() {
    return this.env.PORTAL_URL;
  }
  get redisUrl() {
    return this.env.REDIS_URL;
  }
  get smtpUrl() {
    return this.env.SMTP_URL;
  }
  get mailFrom() {
    return this.env.MAIL_FROM;
  }
  get logLevel() {
    return this.env.LOG_LEVEL;
  }
  get trustProxy() {
    return this.env.TRUST_PROXY;
  }
  get metricsPort() {
    return this.env.METRICS_PORT;
  }
  get showsDocs() {
    return this.env.API_DOCS ? this.env.API_DOCS === 'on' : !this.isProduction;
  }
  /** Browsers keep a Secure cookie only when they came over https. */
  get secureCookies() {
    return this.publicUrl.startsWith('https://');
  }
  /** The connection that may create roles and tables. Only the migration uses it. */
  get adminUrl() {
    return this.env.DATABASE_URL;
  }

  /** A key of its own for each purpose, so that none can stand in for another. */
  keyFor(purpose: string): string {
    return createHmac('sha256', this.env.APP_SECRET).update(purpose).digest('base64url');
  }

  databaseUrl(role: DatabaseRole): string {
    const url = new URL(this.env.DATABASE_URL);
    url.username = role;
    url.password = this.keyFor(`database:${role}`);
    return url.href;
  }
}

/** Reads and checks the environment once. Throws one sentence per variable that is wrong. */
export function readConfig(source: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(filled);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete.\n${lines.join('\n')}`);
  }
  const weak = defaultSecrets.some((word) => read.data.APP_SECRET.includes(word));
  if (read.data.NODE_ENV === 'production' && weak) {
    throw new Error('APP_SECRET is a default. Production needs a random one.');
  }
  return new Config(read.data);
}

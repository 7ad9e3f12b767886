import cookie from '@fastify/cookie';
import proxy from '@fastify/http-proxy';
import multipart from '@fastify/multipart';
import pressure from '@fastify/under-pressure';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Identity } from '../auth/identity.ts';
import { Config } from '../config/config.ts';
import { serveMailbox } from '../mail/mailbox-page.ts';
import { Problem } from '../problems/problem.ts';
import { sendProblem } from '../problems/problem.filter.ts';
import { serveDocs } from './docs.ts';
import { serveHealth } from './health.ts';
import { Metrics } from './metrics.ts';

export const MAX_UPLOAD = 10 * 1024 * 1024;
const GRACE_MS = 2_000;
const isApi = (url: string) => url === '/api' || url.startsWith('/api/');

/** What stands around the routes: headers, cookies, uploads, shedding, health, documentation and the way to the portal. */
export async function furnish(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const config = app.get(Config);
  server.removeContentTypeParser('text/plain');
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: MAX_UPLOAD + 1, files: 1, fields: 10 } });
  endConnections(server);
  guardApiAnswers(server, config);
  observe(server, app.get(Metrics));
  await shedLoad(server, config);
  serveHealth(server, app);
  if (config.showsDocs) await serveDocs(server);
  if (!config.smtpUrl && !config.isProduction) serveMailbox(server, app.get(Identity));
  if (config.portalUrl) await servePortal(server, config.portalUrl);
}

/** Browsers connect ahead of need. A connection that has not carried a request is not idle to Node, and would keep the process. */
function endConnections(server: FastifyInstance): void {
  server.addHook('preClose', async () => {
    setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
  });
}

function guardApiAnswers(server: FastifyInstance, config: Config): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (!isApi(request.url)) return;
    void reply.headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      ...(!request.url.startsWith('/api/docs') && {
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      }),
      ...(config.secureCookies && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    });
  });
}

function observe(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', async (request, reply) => {
    if (!isApi(request.url)) return;
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        userId: request.actor?.userId,
        centerId: request.actor?.center?.id,
      },
      'request',
    );
  });
}

/** Under more load than it can carry it says so at once, instead of keeping everybody waiting. */
async function shedLoad(server: FastifyInstance, config: Config): Promise<void> {
  if (config.isTest) return;
  await server.register(pressure, {
    maxEventLoopDelay: 1_000,
    maxEventLoopUtilization: 0.995,
    retryAfter: 2,
    pressureHandler: (request, reply) => {
      if (!isApi(request.url) || request.url.startsWith('/api/health')) return;
      sendProblem(reply, new Problem('overloaded', { retryAfter: 2 }), request.id);
    },
  });
}

async function servePortal(server: FastifyInstance, upstream: string): Promise<void> {
  await server.register(proxy, {
    upstream,
    websocket: true,
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        host: request.headers.host,
        'x-forwarded-for': request.ip,
        'x-forwarded-proto': request.protocol,
        'x-forwarded-host': request.headers.host,
      }),
      onError: (reply) =>
        void reply
          .status(503)
          .header('retry-after', '2')
          .type('text/plain')
          .send('The portal is starting. Try again in a moment.'),
    },
  });
}

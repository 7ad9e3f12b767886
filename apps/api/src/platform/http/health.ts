import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Database } from '../database/database.ts';
import { Readiness } from './readiness.ts';

/** Live: the process answers. Startup: it has finished starting. Ready: it can do its work now. */
export function serveHealth(server: FastifyInstance, app: INestApplicationContext): void {
  const db = app.get(Database);
  const readiness = app.get(Readiness);
  server.get('/api/health/live', () => ({ status: 'ok' }));
  server.get('/api/health/startup', () => ({ status: 'ok' }));
  server.get('/api/health/ready', async (_request, reply) => {
    const database = await db.isReachable().catch(() => false);
    const ready = database && readiness.isReady;
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', database: database ? 'ok' : 'unavailable' };
  });
}

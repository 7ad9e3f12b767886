import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { LogController } from 'fastify';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { PinoLogger } from './platform/http/logger.ts';
import type { Config } from './platform/config/config.ts';
import { assertEveryRouteIsDeclared } from './platform/http/routes.ts';
import { furnish } from './platform/http/server.ts';

const wellFormed = /^[\w.:-]{8,100}$/;

/** The whole application behind HTTP, not yet listening. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const logger = new PinoLogger(config.logLevel);
  const adapter = new FastifyAdapter({
    loggerInstance: logger.pino,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy === 'loopback' ? '127.0.0.1,::1' : config.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1');
  assertEveryRouteIsDeclared(app);
  await furnish(app);
  app.enableShutdownHooks();
  return app;
}

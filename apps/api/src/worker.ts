import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { AppModule } from './app.module.ts';
import { readConfig } from './platform/config/config.ts';
import { EventWorker } from './platform/events/event-worker.ts';
import { PinoLogger } from './platform/http/logger.ts';

const config = readConfig(process.env);
const logger = new PinoLogger(config.logLevel);
const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger });
const worker = new EventWorker(app, config, logger.pino);
await worker.start();

const stop = async () => {
  setTimeout(() => process.exit(1), 30_000).unref();
  await worker.stop();
  await app.close();
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());

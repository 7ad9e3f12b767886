import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';

/** Says "not ready" for a moment before the process stops taking requests, so that whatever sends them can turn away. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  isReady = true;

  constructor(private readonly config: Config) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.isReady = false;
    if (this.config.isProduction) await wait(2_000);
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** The time. Tests set it; the database then uses the same. */
@Injectable()
export class Clock {
  private fixed: Date | undefined;
  private readonly moments = new AsyncLocalStorage<Date>();

  now(): Date {
    return this.override ?? new Date();
  }

  /** What the database should take for now, or undefined for its own time. */
  get override(): Date | undefined {
    return this.moments.getStore() ?? this.fixed;
  }

  /** For this act it is that moment, whatever others do meanwhile. */
  at<Result>(moment: Date, act: () => Result): Result {
    return this.moments.run(moment, act);
  }

  set(now: Date | undefined): void {
    this.fixed = now;
  }
}

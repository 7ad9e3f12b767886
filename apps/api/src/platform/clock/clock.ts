import { Injectable } from '@nestjs/common';

/** The time. Tests set it; the database then uses the same. */
@Injectable()
export class Clock {
  private fixed: Date | undefined;

  now(): Date {
    return this.fixed ?? new Date();
  }

  /** What the database should take for now, or undefined for its own time. */
  get override(): Date | undefined {
    return this.fixed;
  }

  set(now: Date | undefined): void {
    this.fixed = now;
  }
}

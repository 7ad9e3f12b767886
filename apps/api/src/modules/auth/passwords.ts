import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Problem, refuse } from '../../platform/problems/problem.ts';

/** Argon2id, by its number: the package's enum exists only at compile time. */
const ARGON2ID = 2;
const cost = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MAX_RUNNING = 4;
const MAX_WAITING = 50;
const common = ['password', 'cartwheel', '123456789012', 'qwertyuiop', 'letmeinplease', 'welcome', 'iloveyou'];

/** Hashing is slow on purpose, so only a few run at once; a flood is refused instead of starving everything else. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  /** Throws when it is easy to guess; length is the contract's business. */
  assertStrong(password: string, words: string[]): void {
    const lower = password.toLowerCase();
    const bare = (word: string) => lower.replaceAll(word.toLowerCase(), '').length < 6;
    const weak =
      new Set(lower).size < 5 ||
      [...common, ...words.filter((word) => word.length > 3)].some(
        (word) => lower.includes(word.toLowerCase()) && bare(word),
      );
    if (weak) throw refuse('password', 'This password is easy to guess');
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, cost));
  }

  /** Takes as long for an account that does not exist. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    this.dummy ??= hash('no account has this password', cost);
    const against = stored ?? (await this.dummy);
    const right = await this.inTurn(() => verify(against, password));
    return right && Boolean(stored);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= MAX_RUNNING) {
      if (this.waiting.length >= MAX_WAITING) throw new Problem('overloaded', { retryAfter: 2 });
      await new Promise<void>((go) => this.waiting.push(go));
    }
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }
}

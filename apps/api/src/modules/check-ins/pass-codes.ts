import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';

/** Only letters and digits that every keyboard layout agrees on: a scanner types like one. */
const printed = /^CW([0-9A-F]{32})([0-9A-F]{32})$/;

/** What stands on a pass: the code, and a signature that holds in one center only. Nothing in it is about a person. */
@Injectable()
export class PassCodes {
  private readonly key: string;

  constructor(config: Config) {
    this.key = config.keyFor('student-pass');
  }

  print(centerId: string, code: string): string {
    return `CW${code}${this.sign(centerId, code)}`;
  }

  /** The code of a pass of this center; undefined for everything else, without a question to the database. */
  read(centerId: string, scanned: string): string | undefined {
    const [, code, signature] = printed.exec(scanned.trim().toUpperCase()) ?? [];
    if (!code || !signature) return undefined;
    return timingSafeEqual(Buffer.from(signature), Buffer.from(this.sign(centerId, code))) ? code : undefined;
  }

  private sign(centerId: string, code: string): string {
    return createHmac('sha256', this.key).update(`${centerId}:${code}`).digest('hex').slice(0, 32).toUpperCase();
  }
}

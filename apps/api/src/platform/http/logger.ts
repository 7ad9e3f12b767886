import type { LoggerService } from '@nestjs/common';
import { pino, type Logger, stdSerializers } from 'pino';

const secret = /\b(?:eyJ[\w-]{10,}\.[\w-]+\.[\w-]+|(?:sk|whsec)_\w+|\+?\d{10,15}|[\w.+-]+@[\w-]+\.[\w.]+)\b/g;
export const scrub = (text: string): string => text.replace(secret, '[hidden]');

/** Only what is named is logged: no bodies, no query strings, no headers; and what looks like a person or a key is hidden. */
export class PinoLogger implements LoggerService {
  readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, req: () => undefined, res: () => undefined },
    });
  }

  log(message: unknown, context?: string) {
    this.pino.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string) {
    this.pino.error({ context, stack: stack && scrub(stack) }, scrub(String(message)));
  }
  warn(message: unknown, context?: string) {
    this.pino.warn({ context }, scrub(String(message)));
  }
}

/** The driver's details repeat the values of the row, so they stay out. */
function describeError(error: Error) {
  const { type, message, stack } = stdSerializers.err(error);
  const code = 'code' in error ? String(error.code) : undefined;
  return { type, code, message: scrub(message), stack: scrub(stack) };
}

import { HttpException } from '@nestjs/common';
import { problems, type ProblemCode } from '@cartwheel/contracts';
import * as z from 'zod';
import { Problem } from './problem.ts';

const busy = { retryAfter: 2 };

/** SQLSTATE → what the API says. CW001 is our own: the message is the code. */
const bySqlState: Record<string, () => Problem> = {
  '23503': () => new Problem('reference_not_found'),
  '23505': () => new Problem('duplicate'),
  '42501': () => new Problem('not_found'),
  '22P02': () => new Problem('validation_failed'),
  '22021': () => new Problem('validation_failed'),
  '22003': () => new Problem('validation_failed'),
  '22007': () => new Problem('validation_failed'),
  '22008': () => new Problem('validation_failed'),
  '0A000': () => new Problem('conflict_retry'),
  '40001': () => new Problem('conflict_retry'),
  '40P01': () => new Problem('conflict_retry'),
  '55P03': () => new Problem('overloaded', busy),
  '57014': () => new Problem('overloaded', busy),
  '53300': () => new Problem('overloaded', busy),
};

const byConstraint: Record<string, ProblemCode> = {
  trainer_busy: 'trainer_busy',
  credit_lots_remaining: 'insufficient_credits',
};

const byStatus: Record<number, ProblemCode> = {
  400: 'validation_failed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'overloaded',
};

interface DatabaseError {
  code: string;
  message: string;
  detail?: string;
  constraint?: string;
}

/** Every error as a problem. What nobody expected is `internal` and says nothing about itself. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof z.ZodError) return invalid(error);
  const state = databaseErrorOf(error);
  if (state) return databaseProblem(state);
  if (isLostConnection(error)) return new Problem('unavailable', busy);
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code = status === undefined ? undefined : byStatus[status];
  return new Problem(code ?? (status && status < 500 ? 'validation_failed' : 'internal'));
}

export function invalid(error: z.ZodError, root = ''): Problem {
  const errors = error.issues.map((issue) => ({
    path: [root, ...issue.path.map(String)].filter(Boolean).join('.'),
    message: issue.message,
    code: issue.code ?? 'custom',
  }));
  return new Problem('validation_failed', { errors });
}

function databaseProblem(error: DatabaseError): Problem {
  if (error.code === 'CW001' && error.message in problems) {
    return new Problem(error.message as ProblemCode, error.detail ? { detail: error.detail } : {});
  }
  const code = error.constraint ? byConstraint[error.constraint] : undefined;
  if (code) return new Problem(code);
  if (error.code.startsWith('08') || error.code.startsWith('57P')) return new Problem('unavailable', busy);
  if (error.code.startsWith('23') && !bySqlState[error.code]) return new Problem('validation_failed');
  return bySqlState[error.code]?.() ?? new Problem('internal');
}

/** Prisma wraps what the driver said; the SQLSTATE is inside. */
function databaseErrorOf(error: unknown): DatabaseError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message, detail, constraint, meta } = error as Partial<DatabaseError> & { meta?: WrappedMeta };
  const wrapped = meta?.driverAdapterError?.cause;
  if (wrapped?.originalCode) return { code: wrapped.originalCode, message: wrapped.originalMessage ?? '' };
  if (code === 'P2002') return { code: '23505', message: '' };
  if (code === 'P2003') return { code: '23503', message: '' };
  if (code === 'P2025') throw new Problem('not_found');
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('P2') || code === 'EPIPE')
    return undefined;
  return { code, message: message ?? '', ...(detail && { detail }), ...(constraint && { constraint }) };
}

interface WrappedMeta {
  driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string } };
}

const lostConnection =
  /Connection terminated|connection error|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|EPIPE|not queryable|Cannot use a pool after calling end/;

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return lostConnection.test(`${error.message} ${code}`);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

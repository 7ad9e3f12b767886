import type { Operation } from '@cartwheel/contracts';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Problem } from '../problems/problem.ts';
import { invalid } from '../problems/translate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    input?: { params: unknown; query: unknown; body: unknown };
    seenVersion?: number;
    /** What came as a form: the same key with another file is another request. */
    uploadDigest?: string;
  }
}

const Key = z.string().min(8).max(255);
const nothing = z.strictObject({});

export function readInput(operation: Operation, request: FastifyRequest) {
  return {
    params: checked('params', operation.params, request.params ?? {}),
    query: checked('query', operation.query, request.query ?? {}),
    body: operation.media?.body ? request.uploadDigest : readBody(operation, request),
  };
}

function readBody(operation: Operation, request: FastifyRequest): unknown {
  if (operation.body) return checked('', operation.body, request.body ?? undefined);
  const { body } = request;
  if (body === undefined || body === null) return undefined;
  return checked('', nothing, body);
}

/** A part of a request as its schema reads it; throws validation_failed with paths below its name. */
export function checked(name: string, schema: z.ZodType | undefined, value: unknown): unknown {
  const read = (schema ?? nothing).safeParse(value);
  if (!read.success) throw invalid(read.error, name);
  return read.data;
}

/** `Idempotency-Key`, where the method can have one. */
export function readKey(operation: Operation, request: FastifyRequest): string | undefined {
  if (operation.method === 'GET' || !request.actor) return undefined;
  const key = request.headers['idempotency-key'];
  if (key === undefined) {
    if (operation.idempotency === 'required') throw new Problem('idempotency_key_required');
    return undefined;
  }
  const read = Key.safeParse(key);
  if (!read.success) throw invalid(read.error, 'Idempotency-Key');
  return read.data;
}

/** `If-Match: "3"`. */
export function readVersion(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!version)
    throw new Problem('validation_failed', {
      errors: [{ path: 'If-Match', message: 'Use "<version>"', code: 'invalid' }],
    });
  return Number(version);
}

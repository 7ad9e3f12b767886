import * as z from 'zod';
import type { Permission } from './permissions.ts';
import type { ProblemCode } from './problems.ts';

/** `public`: anybody. `signed-in`: any account, whatever its role. */
export type Access = Permission | 'public' | 'signed-in';

/** `center`: acts inside one center. `organization`: across it. `none`: before either is known. */
export type Scope = 'center' | 'organization' | 'none';

export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `:name` for parameters. */
  path: string;
  permission: Access;
  scope: Scope;
  tag: string;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  answer: Answer;
  status: number;
  problems: readonly ProblemCode[];
  /** `required` where money, seats or attendance change. */
  idempotency: 'required' | 'accepted';
  /** What leaves when it is not JSON, or what comes when it is a file. */
  media?: { answer?: string; body?: 'multipart/form-data' };
  /** Other paths that answer the same. */
  aliases?: readonly string[];
}

type Declared<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Omit<
  Operation<P, Q, B, A>,
  'scope' | 'status' | 'problems' | 'idempotency'
> &
  Partial<Pick<Operation, 'scope' | 'status' | 'problems' | 'idempotency'>>;

/**
 * Declares one endpoint. Route, permission, validation, serialization, OpenAPI, the web's typed call
 * and the permission table are all taken from this.
 */
export function operation<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodType,
>(declared: Declared<P, Q, B, A>): Operation<P, Q, B, A> {
  return { scope: 'center', status: 200, problems: [], idempotency: 'accepted', ...declared };
}

export type ParamsOf<O> = O extends Operation<infer P> ? z.input<P> : never;
export type QueryOf<O> = O extends Operation<z.ZodType, infer Q> ? z.input<Q> : never;
export type BodyOf<O> = O extends Operation<z.ZodType, z.ZodType, infer B> ? z.input<B> : never;
export type AnswerOf<O> = O extends Operation<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;

/** What a handler receives: parsed and complete. */
export type InputOf<O> =
  O extends Operation<infer P, infer Q, infer B>
    ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> }
    : never;

/** Marks a field that only roles with the permission receive; for others the key is absent. */
export function visibleTo<T extends z.ZodType>(permission: Permission, schema: T) {
  return schema.optional().meta({ needs: permission });
}

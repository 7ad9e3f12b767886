import type * as contracts from '@cartwheel/contracts';
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from '@cartwheel/contracts';

type Contracts = typeof contracts;

/** The id of an operation is the name under which the contract exports it. */
export type OperationId = {
  [Name in keyof Contracts]: Contracts[Name] extends Operation ? Name : never;
}[keyof Contracts];

type OperationOf<Id extends OperationId> = Extract<Contracts[Id], Operation>;

export type Answer<Id extends OperationId> = AnswerOf<OperationOf<Id>>;
export type Params<Id extends OperationId> = ParamsOf<OperationOf<Id>>;
export type Query<Id extends OperationId> = QueryOf<OperationOf<Id>>;
export type Body<Id extends OperationId> = BodyOf<OperationOf<Id>>;

export interface Route {
  method: Operation['method'];
  path: string;
  isPublic: boolean;
}

// Inlined by next.config.ts. The browser needs the routes of the contract, not 50 KB of schemas with zod.
const routes: Record<string, [Operation['method'], string, boolean]> = JSON.parse(
  process.env['CARTWHEEL_ROUTES'] ?? '{}',
);

export function routeOf(id: OperationId): Route {
  const route = routes[id];
  if (!route) throw new TypeError(`The contract has no operation ${id}`);
  const [method, path, isPublic] = route;
  return { method, path, isPublic };
}

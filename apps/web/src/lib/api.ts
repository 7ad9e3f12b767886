import { offlineProblem, problemFrom } from './api-problem.ts';
import { centerIdInUrl } from './center-in-url.ts';
import {
  type Answer,
  type Body,
  type OperationId,
  type Params,
  type Query,
  type Route,
  routeOf,
} from './operations.ts';
import { announceSignedOut, refreshSession } from './session-renewal.ts';
import { newKey } from './keys.ts';

const BASE = '/api/v1';

/** Takes `params`, `query`, `body` as the operation declares them; what it does not declare is not accepted. */
export type ApiInput<Id extends OperationId> = Part<'params', Params<Id>> &
  Part<'query', Query<Id>> &
  Part<'body', Body<Id>> & {
    /** One key for all attempts of one act. Made anew when absent, which is right for a single attempt. */
    idempotencyKey?: string;
    /** The version that was read; the API answers `stale_version` when it has moved on. */
    ifMatch?: number;
    signal?: AbortSignal;
    /** Another center than the one in the URL; `null` asks across the organization. */
    centerId?: string | null;
    /** What is sent instead of `body` by `multipart/form-data` operations; it carries the file too. */
    form?: FormData;
  };

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [key in Name]?: undefined }
  : undefined extends Value
    ? { [key in Name]?: Value }
    : // oxlint-disable-next-line typescript/no-generated-empty-object-type -- asks whether everything may be left out
      Record<never, never> extends Value
      ? { [key in Name]?: Value }
      : { [key in Name]: Value };

interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  idempotencyKey?: string;
  ifMatch?: number;
  signal?: AbortSignal;
  centerId?: string | null;
  form?: FormData;
}

/** Nothing needs to be given where nothing is required. */
export type ApiArguments<Id extends OperationId> =
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- the same question
  Record<never, never> extends ApiInput<Id> ? [input?: ApiInput<Id>] : [input: ApiInput<Id>];

/** Calls one operation of the contract by its id. Throws `ApiProblem` for every refusal and for no connection. */
export async function api<Id extends OperationId>(id: Id, ...[input]: ApiArguments<Id>): Promise<Answer<Id>> {
  const response = await send(routeOf(id), input ?? {});
  // The API shapes every answer with the operation's own schema, so the type is what arrives.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API answers what its contract says
  return (response.status === 204 ? undefined : await response.json()) as Answer<Id>;
}

/** The same for operations that answer a file. */
export async function apiFile<Id extends OperationId>(
  id: Id,
  ...[input]: ApiArguments<Id>
): Promise<{ file: Blob; name: string | undefined }> {
  const response = await send(routeOf(id), input ?? {});
  const named = /filename="?([^";]+)"?/.exec(response.headers.get('Content-Disposition') ?? '');
  return { file: await response.blob(), name: named?.[1] };
}

async function send(route: Route, input: LooseInput): Promise<Response> {
  const request = requestFor(route, input);
  const startedAt = Date.now();
  const response = await attempt(request);
  if (response.ok) return response;
  if (response.status !== 401 || route.isPublic) throw await problemFrom(response);
  if (!(await refreshSession(startedAt))) {
    announceSignedOut();
    throw await problemFrom(response);
  }
  const again = await attempt(request);
  if (again.ok) return again;
  if (again.status === 401) announceSignedOut();
  throw await problemFrom(again);
}

async function attempt(request: { url: string; init: RequestInit }): Promise<Response> {
  try {
    return await fetch(request.url, request.init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw offlineProblem();
  }
}

function requestFor(route: Route, input: LooseInput): { url: string; init: RequestInit } {
  return {
    url: BASE + fillIn(route.path, input.params) + queryString(input.query),
    init: {
      method: route.method,
      headers: headersFor(route, input),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(input.form ? { body: input.form } : {}),
      ...(input.signal ? { signal: input.signal } : {}),
    },
  };
}

function headersFor(route: Route, input: LooseInput): Headers {
  const headers = new Headers({ Accept: 'application/json', 'X-Requested-With': 'cartwheel' });
  const centerId = input.centerId === undefined ? centerIdInUrl() : input.centerId;
  if (centerId) headers.set('X-Center-Id', centerId);
  // The browser itself names the boundary of a form.
  if (input.body !== undefined && !input.form) headers.set('Content-Type', 'application/json');
  if (route.method !== 'GET') headers.set('Idempotency-Key', input.idempotencyKey ?? newKey());
  if (input.ifMatch !== undefined) headers.set('If-Match', `"${input.ifMatch}"`);
  return headers;
}

function fillIn(path: string, params: unknown): string {
  const values = new Map(Object.entries(params ?? {}));
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value: unknown = values.get(name);
    if (value === undefined) throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));
  });
}

function queryString(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text && `?${text}`;
}

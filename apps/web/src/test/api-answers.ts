import { operations } from '@cartwheel/contracts';
import type { OperationId } from '../lib/operations.ts';

/** One request as the API would have received it. */
export interface SentRequest {
  id: OperationId;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  headers: Headers;
}

type Reply = object | ((request: SentRequest) => object | Promise<object>);

// `/leads/board` is not the lead named board.
const literalFirst = operations.toSorted((one, other) => one.path.split(':').length - other.path.split(':').length);

const sent: SentRequest[] = [];
let answers: Partial<Record<OperationId, Reply>> = {};

/**
 * Stands in for the API, at fetch: one answer for each operation. A problem is answered with its own status;
 * a function may answer differently each time. Later calls add to earlier ones within a test.
 */
export function apiAnswers(replies: Partial<Record<OperationId, Reply>>): void {
  answers = { ...answers, ...replies };
  globalThis.fetch = answer;
}

/** What was asked, oldest first; of one operation, or of all. */
export function requests(id?: OperationId): SentRequest[] {
  return sent.filter((request) => id === undefined || request.id === id);
}

/** Problem details for a refusal. */
export function problem(status: number, code: string, more: object = {}): object {
  return { type: 'about:blank', title: code, status, code, requestId: 'request-1', ...more };
}

export function forgetRequests(): void {
  sent.length = 0;
  answers = {};
}

async function answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const request = received(String(input), init);
  sent.push(request);
  const reply = answers[request.id];
  const body = typeof reply === 'function' ? await reply(request) : reply;
  if (body === undefined) return respond(problem(501, 'internal', { detail: `no answer for ${request.id}` }));
  return respond(body);
}

function respond(body: object): Response {
  const isRefused = 'code' in body && 'status' in body && typeof body.status === 'number';
  return Response.json(body, { status: isRefused ? Number(body.status) : 200 });
}

function received(address: string, init: RequestInit): SentRequest {
  const url = new URL(address, 'http://portal.test');
  const path = url.pathname.replace(/^\/api\/v1/, '');
  for (const operation of literalFirst) {
    const params = operation.method === (init.method ?? 'GET') && match(operation.path, path);
    if (!params) continue;
    return {
      id: operation.id as OperationId, // the contract's own test holds id and export name together
      params,
      query: Object.fromEntries(url.searchParams),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
      headers: new Headers(init.headers),
    };
  }
  throw new Error(`The contract has no ${init.method ?? 'GET'} ${path}`);
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

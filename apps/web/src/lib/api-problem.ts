import type { ProblemCode, ProblemDetails } from '@cartwheel/contracts';

export interface FieldProblem {
  path: string;
  message: string;
  code: string;
}

/** `offline`: no answer came. `unreadable`: something that is not our API answered. */
export type ApiProblemCode = ProblemCode | 'offline' | 'unreadable';

/** What the API refused and why; screens switch on `code`. */
export class ApiProblem extends Error {
  readonly code: ApiProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly existingId: string | undefined;
  readonly allowed: readonly string[];
  /** At the door: who is refused. */
  readonly subject: string | undefined;
  /** Seconds to wait, when the API said so. */
  readonly retryAfter: number | undefined;

  constructor(problem: ProblemShape) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.existingId = problem.existingId;
    this.allowed = problem.allowed ?? [];
    this.subject = problem.subject;
    this.retryAfter = problem.retryAfter;
  }
}

type ProblemShape = Partial<Omit<ProblemDetails, 'code' | 'title' | 'status'>> & {
  code: ApiProblemCode;
  title: string;
  status: number;
  retryAfter?: number | undefined;
};

export function offlineProblem(): ApiProblem {
  return new ApiProblem({ code: 'offline', status: 0, title: 'No connection' });
}

/** Reads a refusal; an answer of something in between (a proxy's page) becomes `unreadable`. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  const requestId = response.headers.get('X-Request-Id') ?? undefined;
  const body: unknown = await response.json().catch(() => null);
  if (!isProblem(body)) {
    return new ApiProblem({
      code: 'unreadable',
      status: response.status,
      title: `HTTP ${response.status}`,
      retryAfter,
      ...(requestId ? { requestId } : {}),
    });
  }
  return new ApiProblem({ ...body, retryAfter });
}

function isProblem(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body;
}

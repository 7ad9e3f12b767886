import { problems, type ProblemCode, type ProblemDetails } from '@cartwheel/contracts';

type Extras = Partial<Pick<ProblemDetails, 'detail' | 'errors' | 'existingId' | 'allowed' | 'subject'>> & {
  /** Seconds after which it makes sense to try again. */
  retryAfter?: number;
};

/** An expected failure. Thrown by the domain, answered as application/problem+json. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extras: Extras = {},
  ) {
    super(extras.detail ?? problems[code].title);
  }

  get status(): number {
    return problems[this.code].status;
  }

  toDetails(requestId: string): ProblemDetails {
    const { status, title } = problems[this.code];
    const { retryAfter: _, ...shown } = this.extras;
    return { type: `/api/docs/problems#${this.code}`, title, status, code: this.code, requestId, ...shown };
  }
}

/** For what is looked up by an id from the request: not there, or in another center, is the same answer. */
export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw new Problem('not_found', { detail: `There is no such ${what}` });
  return thing;
}

export function refuse(path: string, message: string): Problem {
  return new Problem('validation_failed', { errors: [{ path, message, code: 'invalid' }] });
}

import * as z from 'zod';

/** Every error the API can answer with. The code is public: rename one and clients break. */
export const problems = {
  validation_failed: { status: 400, title: 'Some of the values are not valid' },
  idempotency_key_required: { status: 400, title: 'This request needs an Idempotency-Key header' },
  ambiguous_credentials: { status: 400, title: 'Send a cookie or a bearer token, not both' },
  invalid_token: { status: 400, title: 'This link is not valid any more' },
  center_required: { status: 400, title: 'Say which center with the X-Center-Id header' },
  unauthenticated: { status: 401, title: 'Sign in to continue' },
  invalid_credentials: { status: 401, title: 'E-mail and password do not match' },
  session_revoked: { status: 401, title: 'You were signed out' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  csrf_failed: { status: 403, title: 'This request did not come from our own pages' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This address does not take this method' },
  invalid_transition: { status: 409, title: 'That step is not possible from here' },
  capacity_full: { status: 409, title: 'There is no free seat' },
  duplicate: { status: 409, title: 'This exists already' },
  already_booked: { status: 409, title: 'This student already has a seat in this session' },
  session_closed: { status: 409, title: 'This session cannot be changed any more' },
  trainer_busy: { status: 409, title: 'The trainer has another class at that time' },
  check_in_too_early: { status: 409, title: 'It is too early to check in' },
  in_use: { status: 409, title: 'This is in use and cannot be removed' },
  conflict_retry: { status: 409, title: 'Someone else changed this at the same moment; try again' },
  idempotency_in_progress: { status: 409, title: 'The first request with this key is still running' },
  pass_replaced: { status: 410, title: 'This pass was replaced by a newer one' },
  hold_expired: { status: 410, title: 'The seat was kept for you, but the time has passed' },
  stale_version: { status: 412, title: 'Someone else changed this first' },
  payload_too_large: { status: 413, title: 'That is too large' },
  unsupported_media_type: { status: 415, title: 'This content type is not accepted' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used for another request' },
  reference_not_found: { status: 422, title: 'Something this refers to does not exist' },
  guardian_contact_required: { status: 422, title: 'A guardian with a phone number or e-mail is needed' },
  discount_needs_approval: { status: 422, title: 'This discount needs an approval first' },
  enrollment_inactive: { status: 422, title: 'The enrollment is not active' },
  pass_unknown: { status: 422, title: 'This pass is not known here' },
  insufficient_credits: { status: 422, title: 'There are not enough visits left' },
  freeze_allowance_exceeded: { status: 422, title: 'The plan does not allow so many freeze days' },
  installments_mismatch: { status: 422, title: 'The installments do not add up to the invoice' },
  amount_too_high: { status: 422, title: 'The amount is more than is open' },
  outside_age_range: { status: 422, title: 'The student is outside the age range of this batch' },
  other_level: { status: 422, title: 'This class teaches another curriculum' },
  time_does_not_exist: { status: 422, title: 'That time is skipped by the clock change' },
  unreadable_file: { status: 422, title: 'This file cannot be read' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  overloaded: { status: 503, title: 'Busy at the moment; try again shortly' },
  unavailable: { status: 503, title: 'The database cannot be reached; try again shortly' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** RFC 9457 problem details, plus our stable code. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own keys, of which there are some
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string() })).optional(),
    /** `duplicate`: the id of what exists. */
    existingId: z.string().optional(),
    /** `invalid_transition`: what is possible instead. */
    allowed: z.array(z.string()).optional(),
    /** At the door: the name of whoever is refused. */
    subject: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDetails = z.infer<typeof ProblemDetails>;

import type { DeadReason, LeadStatus } from './lead-statuses.ts';
import { vocabularyOf } from './wording.ts';

export const STATUS_WORDS = vocabularyOf<LeadStatus>([
  [
    'ENROLLED',
    `
      enrolled, enroled, enrolment, enrollment done, joined, admitted, admission done, admission,
      converted, registered, paid, member, active, won, customer, signed up, purchased, inscrito,
      matriculado, angemeldet, inscrit, closed won, success
    `,
  ],
  [
    'INTRO_SCHEDULED',
    `
      trial booked, trial scheduled, trial fixed, trial confirmed, demo booked, demo scheduled, demo
      fixed, intro booked, intro scheduled, evaluation scheduled, evaluation booked, booked,
      scheduled, appointment, trial on, trial, demo, coming, will visit, visit scheduled
    `,
  ],
  [
    'INTRO_ATTENDED',
    `
      trial done, trial attended, trial completed, trial taken, attended trial, took trial, done
      trial, demo done, demo attended, demo completed, intro done, intro attended, evaluated,
      attended, evaluation done, visited, came, trial over, had trial, completed
    `,
  ],
  [
    'NO_SHOW',
    `
      no show, noshow, ns, did not come, didnt come, did not turn up, didnt turn up, not come,
      missed trial, trial missed, absent, did not attend, not attended, didnt attend, missed
    `,
  ],
  [
    'FOLLOW_UP',
    `
      follow up, followup, fup, fu, call back, callback, will call back, call later, thinking,
      interested, will join, will decide, undecided, pending, warm, hot, in progress, on hold,
      contacted, asked to call, will confirm, next month, later, will come, maybe, may join,
      seguimiento, nachfassen, a relancer, negotiation, reschedule, waiting, wait list, waitlist
    `,
  ],
  [
    'DISCOVERY',
    `
      new, discovery, enquiry, inquiry, enquired, open, fresh, lead, new lead, not contacted, to
      call, nuevo, neu, nouveau, cold, not called, not yet contacted, prospect
    `,
  ],
  ['DEAD_LEAD', 'dead, dead lead, lost, closed, closed lost, cancelled, dropped'],
]);

export const DEAD_REASON_WORDS = vocabularyOf<DeadReason>([
  [
    'COST',
    `
      fees high, fee high, high fees, high fee, too expensive, expensive, costly, budget, cost,
      price, pricing, fees too high, cannot afford, cant afford, money, fees issue, too costly
    `,
  ],
  [
    'TIMING',
    `
      timing, timings, timing issue, timing not suitable, time issue, schedule conflict, no slot,
      slot not available, no time, busy, timings not suitable, schedule does not fit
    `,
  ],
  [
    'MOVED_AWAY',
    `
      shifted, shifting, moved, moving, relocated, relocating, moved away, left city, too far,
      distance, far away, far, left town, moved out, location
    `,
  ],
  [
    'CHOSE_COMPETITOR',
    `
      joined elsewhere, joined other, joined another, other center, other centre, another center,
      another centre, competitor, chose other, went elsewhere, elsewhere, other academy, another
      academy, other gym, another gym, chose competitor, joined somewhere else
    `,
  ],
  [
    'NO_RESPONSE',
    `
      no response, not responding, no reply, not reachable, unreachable, not picking, no answer,
      switched off, wrong number, invalid number, not answering, not picking up, ghosted, rnr, dnp,
      didnt respond, did not respond, not replied
    `,
  ],
  [
    'NOT_INTERESTED',
    `
      not interested, not intersted, not intrested, uninterested, ni, no interest, not joining, will
      not join, wont join, not keen, declined, refused, dropped, not now, no longer interested, not
      joined, did not join, didnt join, not enrolled, not converted, not willing, backed out, no me
      interesa, no interesado, kein interesse, pas interesse, do not call, dnd, rejected
    `,
  ],
]);

export { ClassSessionsModule } from './class-sessions.module.ts';
export { ClassSessionsService, type SessionFound } from './class-sessions.service.ts';
export { markingRefusal } from './marking.rules.ts';
export { PastSessionsService } from './past-sessions.service.ts';
export { SessionCancelService } from './session-cancel.service.ts';
export type { EarlierTerms, Terms } from './session-plan.rules.ts';
export { type PlanConflict, SessionPlanService } from './session-plan.service.ts';
export { type BatchTerms, type ChangedStretch, type DayMove, SessionReplanService } from './session-replan.service.ts';
export { endsAfterStart } from './session-times.rules.ts';

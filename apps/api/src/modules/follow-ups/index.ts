export { FollowUpsModule } from './follow-ups.module.ts';
export { FollowUpsService, type PlannedFollowUp } from './follow-ups.service.ts';

export { FollowUpsModule } from './follow-ups.module.ts';
export { FollowUpsService } from './follow-ups.service.ts';

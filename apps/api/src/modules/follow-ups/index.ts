export { FollowUpsModule } from './follow-ups.module.ts';
export { FollowUpsService } from './follow-ups.service.ts';
export { RenewalFollowUpsService } from './renewal-follow-ups.service.ts';

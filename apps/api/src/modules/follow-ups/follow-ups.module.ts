import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { FollowUpsController } from './follow-ups.controller.ts';
import { FollowUpsRepository } from './follow-ups.repository.ts';
import { FollowUpsService } from './follow-ups.service.ts';
import { RenewalFollowUpsRepository } from './renewal-follow-ups.repository.ts';
import { RenewalFollowUpsService } from './renewal-follow-ups.service.ts';

@Module({
  imports: [StaffModule, TimelineModule],
  controllers: [FollowUpsController],
  providers: [FollowUpsRepository, FollowUpsService, RenewalFollowUpsRepository, RenewalFollowUpsService],
  exports: [FollowUpsService, RenewalFollowUpsService],
})
export class FollowUpsModule {}

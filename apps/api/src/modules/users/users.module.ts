import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { InvitationsService } from './invitations.service.ts';
import { StaffingRepository } from './staffing.repository.ts';
import { UsersController } from './users.controller.ts';
import { UsersRepository } from './users.repository.ts';
import { UsersService } from './users.service.ts';

@Module({
  imports: [AuthModule],
  controllers: [UsersController],
  providers: [InvitationsRepository, InvitationsService, StaffingRepository, UsersRepository, UsersService],
})
export class UsersModule {}

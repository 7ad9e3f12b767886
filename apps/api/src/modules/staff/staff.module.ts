import { Module } from '@nestjs/common';
import { StaffRepository } from './staff.repository.ts';
import { StaffService } from './staff.service.ts';

@Module({ providers: [StaffRepository, StaffService], exports: [StaffService] })
export class StaffModule {}

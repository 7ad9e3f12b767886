import { Module } from '@nestjs/common';
import { PlansController } from './plans.controller.ts';
import { PlansRepository } from './plans.repository.ts';
import { PlansService } from './plans.service.ts';

@Module({ controllers: [PlansController], providers: [PlansRepository, PlansService], exports: [PlansService] })
export class PlansModule {}

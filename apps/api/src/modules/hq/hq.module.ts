import { Module } from '@nestjs/common';
import { HqController } from './hq.controller.ts';
import { HqRepository } from './hq.repository.ts';
import { HqService } from './hq.service.ts';

@Module({ controllers: [HqController], providers: [HqRepository, HqService] })
export class HqModule {}

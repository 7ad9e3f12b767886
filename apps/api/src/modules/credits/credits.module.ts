import { Module } from '@nestjs/common';
import { CreditsRepository } from './credits.repository.ts';
import { CreditsService } from './credits.service.ts';

@Module({ providers: [CreditsRepository, CreditsService], exports: [CreditsService] })
export class CreditsModule {}

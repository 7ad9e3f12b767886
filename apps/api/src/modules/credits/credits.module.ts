import { Module } from '@nestjs/common';
import { CreditsHandlers } from './credits.handlers.ts';
import { CreditsRepository } from './credits.repository.ts';
import { CreditsService } from './credits.service.ts';
import { CreditsImportRepository } from './credits-import.repository.ts';
import { CreditsImportService } from './credits-import.service.ts';
import { MakeUpCreditsRepository } from './make-up-credits.repository.ts';
import { MakeUpCreditsService } from './make-up-credits.service.ts';

@Module({
  providers: [
    CreditsHandlers,
    CreditsRepository,
    CreditsService,
    CreditsImportRepository,
    CreditsImportService,
    MakeUpCreditsRepository,
    MakeUpCreditsService,
  ],
  exports: [CreditsService, CreditsImportService, MakeUpCreditsService],
})
export class CreditsModule {}

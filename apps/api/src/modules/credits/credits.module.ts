import { Module } from '@nestjs/common';
import { CreditsRepository } from './credits.repository.ts';
import { CreditsService } from './credits.service.ts';
import { CreditsImportRepository } from './credits-import.repository.ts';
import { CreditsImportService } from './credits-import.service.ts';

@Module({
  providers: [CreditsRepository, CreditsService, CreditsImportRepository, CreditsImportService],
  exports: [CreditsService, CreditsImportService],
})
export class CreditsModule {}

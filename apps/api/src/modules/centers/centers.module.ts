import { Module } from '@nestjs/common';
import { CentersController } from './centers.controller.ts';
import { CentersRepository } from './centers.repository.ts';
import { CentersService } from './centers.service.ts';
import { SettingsRepository } from './settings.repository.ts';
import { SettingsService } from './settings.service.ts';

@Module({
  controllers: [CentersController],
  providers: [CentersRepository, CentersService, SettingsRepository, SettingsService],
  exports: [SettingsService],
})
export class CentersModule {}

import { Module } from '@nestjs/common';
import { SettingsRepository } from './settings.repository.ts';
import { SettingsService } from './settings.service.ts';

@Module({ providers: [SettingsRepository, SettingsService], exports: [SettingsService] })
export class CentersModule {}

export { CentersModule } from './centers.module.ts';
export { SettingsService } from './settings.service.ts';

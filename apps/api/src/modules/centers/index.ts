export { CentersModule } from './centers.module.ts';
export { localeOf, slugOf, storedPhone } from './centers.rules.ts';
export { SettingsService } from './settings.service.ts';
export { withDefaults } from './settings.rules.ts';

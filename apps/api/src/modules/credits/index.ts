export { CreditsModule } from './credits.module.ts';
export { CreditsService } from './credits.service.ts';
export { MakeUpCreditsService } from './make-up-credits.service.ts';
export { CreditsImportService } from './credits-import.service.ts';

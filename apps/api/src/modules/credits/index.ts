export { CreditsModule } from './credits.module.ts';
export { CreditsService } from './credits.service.ts';

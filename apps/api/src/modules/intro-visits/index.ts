export { IntroVisitsModule } from './intro-visits.module.ts';
export { type IntroResult, IntroVisitsService } from './intro-visits.service.ts';
export { IntroVisitsImportService } from './intro-visits-import.service.ts';

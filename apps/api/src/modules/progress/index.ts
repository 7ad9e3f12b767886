export { ProgressModule } from './progress.module.ts';
export { AssessmentsImportService } from './assessments-import.service.ts';

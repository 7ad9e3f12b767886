export { EnrollmentsModule } from './enrollments.module.ts';
export { EnrollmentsService } from './enrollments.service.ts';
export { EnrollmentsImportService, type ImportedEnrollment } from './enrollments-import.service.ts';

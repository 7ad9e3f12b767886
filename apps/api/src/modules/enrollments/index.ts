export { EnrollmentsModule } from './enrollments.module.ts';
export { EnrollmentsService } from './enrollments.service.ts';
export { predictedEnd } from './renewing.rules.ts';
export { RenewingService } from './renewing.service.ts';
export {
  EnrollmentsImportService,
  type ImportedEnrollment,
  type WrittenEnrollment,
} from './enrollments-import.service.ts';

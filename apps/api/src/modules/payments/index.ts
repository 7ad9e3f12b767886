export { PaymentsModule } from './payments.module.ts';
export { PaymentsService } from './payments.service.ts';
export { PaymentsImportService } from './payments-import.service.ts';

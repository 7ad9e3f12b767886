export { InstallmentsModule } from './installments.module.ts';
export { InstallmentsService } from './installments.service.ts';

export { RenewalsModule } from './renewals.module.ts';
export { RenewalsService } from './renewals.service.ts';

export { AccountsService } from './accounts.service.ts';
export { InvoicesModule } from './invoices.module.ts';
export { InvoicesService } from './invoices.service.ts';
export { chargesOf } from './invoices.rules.ts';
export { type ImportedInvoice, InvoicesImportService } from './invoices-import.service.ts';

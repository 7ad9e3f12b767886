export { AccountsService } from './accounts.service.ts';
export { discountRows } from './discounts.sql.ts';
export { InvoicesModule } from './invoices.module.ts';
export { InvoicesService } from './invoices.service.ts';
export { chargesOf } from './invoices.rules.ts';
export { paymentRows } from './payments.sql.ts';
export { type ImportedInvoice, InvoicesImportService } from './invoices-import.service.ts';

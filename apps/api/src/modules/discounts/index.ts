export { DiscountsModule } from './discounts.module.ts';
export { DiscountsService } from './discounts.service.ts';
export { worthOf } from './discounts.rules.ts';
export { DiscountsImportService } from './discounts-import.service.ts';

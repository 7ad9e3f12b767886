export { BatchesModule } from './batches.module.ts';
export { BatchesService } from './batches.service.ts';

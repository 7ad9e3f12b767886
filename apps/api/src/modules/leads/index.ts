export { LeadsModule } from './leads.module.ts';
export { LeadsService } from './leads.service.ts';
export { PipelineService } from './pipeline.service.ts';
import './leads.events.ts';
export { type ImportedLead, LeadsImportService } from './leads-import.service.ts';

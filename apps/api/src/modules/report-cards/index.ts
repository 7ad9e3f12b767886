export { ReportCardsModule } from './report-cards.module.ts';
export { CardJobsService } from './card-jobs.service.ts';

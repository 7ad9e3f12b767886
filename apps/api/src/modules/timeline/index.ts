export { TimelineModule } from './timeline.module.ts';
export type { NewTimelineEntry } from './timeline.repository.ts';
export { TimelineService } from './timeline.service.ts';

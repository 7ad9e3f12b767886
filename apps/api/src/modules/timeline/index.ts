export { TimelineModule } from './timeline.module.ts';
export { TimelineService, type NewTimelineEntry } from './timeline.service.ts';

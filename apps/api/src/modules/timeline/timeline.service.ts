import { Injectable } from '@nestjs/common';
import type { TimelineEntry } from '@cartwheel/contracts';
import { pageOf } from '../../platform/http/paging.ts';
import { type NewTimelineEntry, TimelineRepository } from './timeline.repository.ts';

/** What happened with a student or a lead, told in order and never rewritten. */
@Injectable()
export class TimelineService {
  constructor(private readonly timeline: TimelineRepository) {}

  record(entry: NewTimelineEntry): Promise<TimelineEntry> {
    return this.timeline.add(entry);
  }

  /** For what happens to many at once. */
  recordAll(entries: readonly Omit<NewTimelineEntry, 'amountMinor'>[]): Promise<void> {
    return this.timeline.addMany(entries);
  }

  /** Without what is told of the hidden domains (`lead`, `payment` …). */
  async ofStudent(studentId: string, page: { limit: number; cursor?: string | undefined }, hidden: string[] = []) {
    const entries = await this.timeline.list({ studentId, hidden }, page);
    return pageOf(entries, page.limit, (entry) => [entry.at, entry.id]);
  }

  /** The newest two hundred; a lead is short. */
  ofLead(leadId: string): Promise<TimelineEntry[]> {
    return this.timeline.list({ leadId }, { limit: 200 });
  }
}

import { Injectable } from '@nestjs/common';
import type { TimelineEntry } from '@cartwheel/contracts';
import { pageOf } from '../../platform/http/paging.ts';
import { TimelineRepository } from './timeline.repository.ts';

export interface NewTimelineEntry {
  studentId: string;
  leadId?: string | null;
  /** `domain.what-happened`; the web has a sentence for each. */
  kind: string;
  text?: string | null;
  details?: Record<string, unknown>;
  /** Kept apart from the details, so that it can be kept from those who may not see money. */
  amountMinor?: number;
}

/** What happened with a student or a lead, told in order and never rewritten. */
@Injectable()
export class TimelineService {
  constructor(private readonly timeline: TimelineRepository) {}

  record(entry: NewTimelineEntry): Promise<TimelineEntry> {
    return this.timeline.add(entry);
  }

  async ofStudent(studentId: string, page: { limit: number; cursor?: string | undefined }) {
    return pageOf(await this.timeline.list({ studentId }, page), page.limit, (entry) => [entry.at, entry.id]);
  }

  /** The newest two hundred; a lead is short. */
  ofLead(leadId: string): Promise<TimelineEntry[]> {
    return this.timeline.list({ leadId }, { limit: 200 });
  }
}

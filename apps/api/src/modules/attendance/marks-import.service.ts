import { Injectable } from '@nestjs/common';
import { Mark } from '@cartwheel/contracts';
import { BookingsService } from '../bookings/index.ts';
import { CreditsService } from '../credits/index.ts';
import { attends, bookingStatusFor } from './attendance.rules.ts';
import { type MarkElsewhere, MarksImportRepository, type WrittenMark } from './marks-import.repository.ts';

/** Writes down who was there, as a register tells it: nobody is warned of, blocked or given a seat. */
@Injectable()
export class MarksImportService {
  constructor(
    private readonly marks: MarksImportRepository,
    private readonly bookings: BookingsService,
    private readonly credits: CreditsService,
  ) {}

  /** Those that are marked already, by `keyOf`, and as what. */
  async existing(marks: readonly Pick<MarkElsewhere, 'sessionId' | 'studentId'>[]): Promise<Map<string, string>> {
    const rows = await this.marks.existing(marks);
    return new Map(rows.map((row) => [MarksImportService.keyOf(row), row.status]));
  }

  /** One mark of a student in a session at a time; what is marked already is marked anew. */
  async write(marks: readonly MarkElsewhere[], { useVisits }: { useVisits: boolean }): Promise<void> {
    const statuses = new Map(marks.map((mark) => [MarksImportService.keyOf(mark), Mark.parse(mark.status)]));
    const written = await this.marks.write(marks);
    for (const [sessionId, ofSession] of Map.groupBy(written, (one) => one.sessionId)) {
      const statusOf = (one: WrittenMark) => statuses.get(MarksImportService.keyOf(one))!;
      const seated = ofSession.filter(({ hasSeat }) => hasSeat);
      const outcomes = seated.map((one) => ({ studentId: one.studentId, status: bookingStatusFor(statusOf(one)) }));
      if (outcomes.length > 0) await this.bookings.setOutcomes(sessionId, outcomes);
      if (!useVisits) continue;
      const visits = ofSession.flatMap((one) => {
        const { studentId, enrollmentId } = one;
        return enrollmentId && attends(statusOf(one)) && statusOf(one) !== 'TRIAL' ? [{ studentId, enrollmentId }] : [];
      });
      if (visits.length > 0) await this.credits.useVisits(sessionId, visits);
    }
  }

  static keyOf({ sessionId, studentId }: Pick<MarkElsewhere, 'sessionId' | 'studentId'>): string {
    return `${sessionId}/${studentId}`;
  }
}

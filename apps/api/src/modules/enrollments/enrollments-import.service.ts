import { Injectable } from '@nestjs/common';
import { compareDates, type LocalDate } from '@cartwheel/domain/calendar';
import { Problem } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { BookingsService } from '../bookings/index.ts';
import { CreditsImportService, CreditsService } from '../credits/index.ts';
import { EnrollmentsImportRepository, type EnrollmentSought } from './enrollments-import.repository.ts';
import { type BatchDays, lastDayOf, planNames, type PlanType } from './enrollments.rules.ts';
import { PlacesRepository } from './places.repository.ts';
import type { Agreed } from './terms.service.ts';

export interface ImportedEnrollment extends Omit<Agreed, 'planName' | 'planType'> {
  planName: string | null;
  planType: PlanType | null;
  validityDays: number | null;
  visitsUsed: number;
  cancelReason: string | null;
  batch: BatchDays | null;
  /** Where the batch is full: enroll without a place instead of refusing. */
  withoutPlaceWhenFull: boolean;
  today: LocalDate;
}

/** Writes down enrollments that were sold elsewhere: neither prices nor dates are judged again, seats are. */
@Injectable()
export class EnrollmentsImportService {
  constructor(
    private readonly enrollments: EnrollmentsImportRepository,
    private readonly places: PlacesRepository,
    private readonly bookings: BookingsService,
    private readonly credits: CreditsService,
    private readonly usedBefore: CreditsImportService,
  ) {}

  known(sought: readonly EnrollmentSought[]): Promise<Map<number, string>> {
    return this.enrollments.known(sought);
  }

  /** Answers whether it has its place. Throws capacity_full, and validation_failed where nothing says when it ends. */
  async add(studentId: string, imported: ImportedEnrollment) {
    const agreed = completed(imported);
    const enrollmentId = await this.enrollments.add(studentId, agreed, {
      notes: null,
      cancelReason: imported.cancelReason,
    });
    if (agreed.visitsIncluded) await this.grantVisits(studentId, enrollmentId, agreed, imported.visitsUsed);
    const placed = await this.place(enrollmentId, imported, agreed);
    return { enrollmentId, agreed, placed };
  }

  private async grantVisits(studentId: string, enrollmentId: string, agreed: Agreed, used: number): Promise<void> {
    const visits = agreed.visitsIncluded ?? 0;
    const lotId = await this.credits.grant({ studentId, enrollmentId, visits, expiresOn: agreed.endDate });
    if (used > 0) await this.usedBefore.note({ lotId, studentId, visits: Math.min(used, visits) });
  }

  private async place(enrollmentId: string, { batch, today, ...imported }: ImportedEnrollment, agreed: Agreed) {
    if (!batch) return true;
    await this.places.setBatches(enrollmentId, [batch.id]);
    const isOver = agreed.endDate !== null && compareDates(agreed.endDate, today) < 0;
    const days = agreed.daysSelected.filter((day) => batch.daysOfWeek.includes(day));
    if (isOver || imported.cancelReason !== null || days.length === 0) return days.length > 0 || isOver;
    const from = compareDates(agreed.startDate, today) > 0 ? agreed.startDate : today;
    const places = days.map((weekday) => ({ batchId: batch.id, weekday }));
    try {
      await this.enrollments.attempt(async () => {
        await this.places.add(enrollmentId, places, { from, to: agreed.endDate });
        await this.bookings.claimForEnrollment(enrollmentId, from);
      });
      return true;
    } catch (error) {
      if (!imported.withoutPlaceWhenFull || toProblem(error).code !== 'capacity_full') throw error;
      return false;
    }
  }
}

function completed({ planName, planType, validityDays, ...imported }: ImportedEnrollment): Agreed {
  const type = planType ?? 'CUSTOM';
  const endDate = imported.endDate ?? lastDayOf(type, validityDays, imported.startDate);
  if (!endDate && !imported.visitsIncluded) {
    const message = 'Neither the last day nor a number of visits is known';
    throw new Problem('validation_failed', {
      detail: message,
      errors: [{ path: 'endDate', message, code: 'missing_end' }],
    });
  }
  const { planId, startDate, visitsIncluded, daysSelected, priceMinor } = imported;
  const name = planName ?? planNames[type];
  return { planId, planName: name, planType: type, startDate, endDate, visitsIncluded, daysSelected, priceMinor };
}

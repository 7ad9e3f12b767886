import { Injectable } from '@nestjs/common';
import { compareDates, type LocalDate } from '@cartwheel/domain/calendar';
import { Problem } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { BookingsService } from '../bookings/index.ts';
import { CreditsImportService } from '../credits/index.ts';
import {
  type AgreedElsewhere,
  EnrollmentsImportRepository,
  type EnrollmentSought,
} from './enrollments-import.repository.ts';
import { type BatchDays, lastDayOf, type Place, planNames, type PlanType } from './enrollments.rules.ts';
import type { Span } from './places.repository.ts';

export interface ImportedEnrollment extends Omit<AgreedElsewhere, 'planName' | 'planType'> {
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

export interface EnrollmentElsewhere {
  studentId: string;
  imported: ImportedEnrollment;
}

export interface WrittenEnrollment {
  enrollmentId: string;
  agreed: AgreedElsewhere;
  /** It has every place it asked for. */
  placed: boolean;
}

/** Writes down enrollments that were sold elsewhere: neither prices nor dates are judged again, seats are. */
@Injectable()
export class EnrollmentsImportService {
  constructor(
    private readonly enrollments: EnrollmentsImportRepository,
    private readonly bookings: BookingsService,
    private readonly credits: CreditsImportService,
  ) {}

  known(sought: readonly EnrollmentSought[]): Promise<Map<number, string>> {
    return this.enrollments.known(sought);
  }

  /**
   * Whether each finds its places when they come one after the other: null, surely or none are wanted; a problem, never;
   * or perhaps. Nobody else takes a place until the unit ends.
   */
  async roomFor(imported: readonly ImportedEnrollment[]): Promise<(Problem | 'PERHAPS' | null)[]> {
    const taken = new Map<string, number>();
    const wanted = imported.map((one) => wishOf(one));
    const left = await this.left(wanted.flatMap((wish) => (wish instanceof Problem ? [] : wish)));
    return wanted.map((wish, index) => {
      if (wish instanceof Problem) return wish;
      if (imported[index]!.withoutPlaceWhenFull) return null;
      const full = wish.find((place) => (left.get(keyOf(place)) ?? 0) <= 0);
      if (full) return fullAt(imported[index]!, full);
      if (wish.some((place) => left.get(keyOf(place))! <= (taken.get(dayOf(place)) ?? 0))) return 'PERHAPS';
      for (const place of wish) taken.set(dayOf(place), (taken.get(dayOf(place)) ?? 0) + 1);
      return null;
    });
  }

  private async left(wanted: readonly (Place & Span)[]): Promise<Map<string, number>> {
    if (wanted.length === 0) return new Map();
    return new Map((await this.enrollments.left(wanted)).map((place) => [keyOf(place), place.left]));
  }

  /** Answers in their order. Throws capacity_full, and validation_failed where nothing says when one ends. */
  async add(enrollments: readonly EnrollmentElsewhere[]): Promise<WrittenEnrollment[]> {
    if (enrollments.length === 0) return [];
    const agreed = enrollments.map(({ imported }) => completed(imported));
    const ids = await this.enrollments.add(
      enrollments.map(({ studentId, imported: { batch, cancelReason } }, index) => ({
        ...agreed[index]!,
        studentId,
        batchId: batch?.id ?? null,
        cancelReason,
      })),
    );
    const written = enrollments.map((one, index) => ({ ...one, enrollmentId: ids[index]!, agreed: agreed[index]! }));
    await this.grantVisits(written);
    const placed = await this.place(written);
    return written.map(({ enrollmentId, agreed: terms }) => {
      return { enrollmentId, agreed: terms, placed: placed.has(enrollmentId) };
    });
  }

  private grantVisits(written: readonly Written[]): Promise<void> {
    const lots = written.flatMap(({ studentId, enrollmentId, agreed, imported }) => {
      const { visitsIncluded: visits, endDate: expiresOn } = agreed;
      return visits ? [{ studentId, enrollmentId, visits, used: imported.visitsUsed, expiresOn }] : [];
    });
    return this.credits.grant(lots);
  }

  /** All at once that surely fit, then the others one after the other. Answers who has what they asked for. */
  private async place(written: readonly Written[]): Promise<Set<string>> {
    const placed = new Set(written.filter((one) => wantsNoPlace(one)).map(({ enrollmentId }) => enrollmentId));
    const asking = written.filter(({ imported, agreed }) => placesOf(imported, agreed).length > 0);
    const room = asking.length > 1 ? await this.roomFor(asking.map(({ imported }) => strict(imported))) : [];
    const sure = asking.filter((_, index) => room[index] === null);
    const isDone = sure.length > 0 && (await this.hasTaken(sure, true));
    if (isDone) for (const { enrollmentId } of sure) placed.add(enrollmentId);
    for (const one of isDone ? asking.filter((_, index) => room[index] === 'PERHAPS') : asking) {
      if (await this.hasTaken([one], one.imported.withoutPlaceWhenFull)) placed.add(one.enrollmentId);
    }
    return placed;
  }

  private async hasTaken(asking: readonly Written[], mayFail: boolean): Promise<boolean> {
    try {
      await this.enrollments.attempt(async () => {
        await this.enrollments.place(
          asking.flatMap(({ enrollmentId, imported, agreed }) =>
            placesOf(imported, agreed).map((place) => ({ ...place, enrollmentId })),
          ),
        );
        await this.bookings.claimForEnrollments(
          asking.map(({ enrollmentId, imported, agreed }) => ({ enrollmentId, from: firstDay(imported, agreed) })),
        );
      });
      return true;
    } catch (error) {
      if (!mayFail || toProblem(error).code !== 'capacity_full') throw error;
      return false;
    }
  }
}

interface Written extends EnrollmentElsewhere {
  enrollmentId: string;
  agreed: AgreedElsewhere;
}

const strict = (imported: ImportedEnrollment) => ({ ...imported, withoutPlaceWhenFull: false });

/** The places it asks for, or why it cannot be written down. */
function wishOf(imported: ImportedEnrollment): (Place & Span)[] | Problem {
  try {
    return placesOf(imported, completed(imported));
  } catch (error) {
    return toProblem(error);
  }
}

function fullAt({ batch }: ImportedEnrollment, { weekday }: Place): Problem {
  const day = weekday.slice(0, 1) + weekday.slice(1).toLowerCase();
  return new Problem('capacity_full', { detail: `${batch?.name} has no place left on ${day}` });
}

const dayOf = ({ batchId, weekday }: Place) => `${batchId}/${weekday}`;
const keyOf = (place: Place & Span) => `${dayOf(place)}/${place.from}/${place.to}`;

const firstDay = ({ today }: ImportedEnrollment, { startDate }: AgreedElsewhere) =>
  compareDates(startDate, today) > 0 ? startDate : today;

/** What is over needs no place. */
function isOver({ today }: ImportedEnrollment, { endDate }: AgreedElsewhere): boolean {
  return endDate !== null && compareDates(endDate, today) < 0;
}

const daysIn = ({ batch }: ImportedEnrollment, { daysSelected }: AgreedElsewhere) =>
  daysSelected.filter((day) => batch?.daysOfWeek.includes(day));

function placesOf(imported: ImportedEnrollment, agreed: AgreedElsewhere): (Place & Span)[] {
  const { batch, cancelReason } = imported;
  if (!batch || isOver(imported, agreed) || cancelReason !== null) return [];
  const span = { from: firstDay(imported, agreed), to: agreed.endDate };
  return daysIn(imported, agreed).map((weekday) => ({ batchId: batch.id, weekday, ...span }));
}

function wantsNoPlace({ imported, agreed }: Written): boolean {
  if (!imported.batch || isOver(imported, agreed)) return true;
  return imported.cancelReason !== null && daysIn(imported, agreed).length > 0;
}

function completed({ planName, planType, validityDays, ...imported }: ImportedEnrollment): AgreedElsewhere {
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

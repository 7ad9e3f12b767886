import { Injectable } from '@nestjs/common';
import { addDays, compareDates, type LocalDate, type Weekday } from '@cartwheel/domain/calendar';
import { Problem, refuse } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { BookingsService, type Seat } from '../bookings/index.ts';
import { type Place, placesIn } from './enrollments.rules.ts';
import { type Batch, PlacesRepository, type Span } from './places.repository.ts';

export interface Wanted {
  batchIds: readonly string[];
  daysSelected: readonly Weekday[];
}

/** Standing places in batches, and the seats in sessions that follow from them. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly places: PlacesRepository,
    private readonly bookings: BookingsService,
  ) {}

  /** Batches that run on some of these days, or reference_not_found. */
  async batches(ids: readonly string[], { from, to }: Span): Promise<Batch[]> {
    const wanted = [...new Set(ids)];
    const batches = await this.places.batches(wanted);
    const running = batches.filter((batch) => !batch.archived);
    if (running.length < wanted.length) throw new Problem('reference_not_found', { detail: 'There is no such batch' });
    const over = running.find(
      ({ startsOn, endsOn }) =>
        (endsOn && compareDates(endsOn, from) < 0) || (startsOn && to && compareDates(startsOn, to) > 0),
    );
    if (over) throw new Problem('reference_not_found', { detail: `${over.name} does not run in that time` });
    return running;
  }

  /** Takes the places for a span, and the seats there are; or refuses: with duplicate where the student has one already, or capacity_full. */
  async take(
    enrollment: { id: string; studentId: string },
    wanted: Wanted,
    span: Span & { at?: string },
  ): Promise<void> {
    const batches = await this.batches(wanted.batchIds, span);
    const places = placesIn(batches, wanted.daysSelected);
    if (!Array.isArray(places)) throw refuse(`${span.at ?? ''}${places.path}`, places.message);
    await this.assertNotHeld(enrollment, places, span);
    await this.places.setBatches(
      enrollment.id,
      batches.map((batch) => batch.id),
    );
    await this.places.add(enrollment.id, places, span);
    await this.bookings.claimForEnrollment(enrollment.id, span.from);
  }

  /** From a day on neither places nor seats are left. */
  async giveUp(enrollmentId: string, from: LocalDate, reason: string): Promise<void> {
    await this.places.endOn(enrollmentId, addDays(from, -1));
    await this.bookings.releaseOfEnrollment(enrollmentId, from, reason);
  }

  /** Places and seats last until the new last day. */
  async extend(
    enrollment: { id: string; studentId: string; endDate: LocalDate | null },
    lastDay: LocalDate,
  ): Promise<void> {
    await this.prolong(enrollment, lastDay);
    if (enrollment.endDate) await this.bookings.claimForEnrollment(enrollment.id, addDays(enrollment.endDate, 1));
  }

  /** Places last until the new last day; refuses in words where a batch has no place left in those days. */
  async prolong(
    enrollment: { id: string; studentId: string; endDate: LocalDate | null },
    lastDay: LocalDate,
  ): Promise<void> {
    try {
      const places = await this.places.extend(enrollment.id, enrollment.endDate, lastDay);
      if (!enrollment.endDate || places.length === 0) return;
      await this.assertNotHeld(enrollment, places, { from: addDays(enrollment.endDate, 1), to: lastDay });
    } catch (error) {
      const { code, extras } = toProblem(error);
      if (code !== 'capacity_full') throw error;
      throw new Problem(code, {
        detail: `It would last until ${lastDay}, but ${extras.detail ?? 'a class is full'} by then`,
      });
    }
  }

  /** After this day neither places nor seats are left. Answers the seats. */
  async shorten(enrollmentId: string, lastDay: LocalDate): Promise<Seat[]> {
    await this.places.endOn(enrollmentId, lastDay);
    return this.bookings.releaseBetween(
      enrollmentId,
      { from: addDays(lastDay, 1), to: null },
      'Enrollment ends earlier',
    );
  }

  private async assertNotHeld(enrollment: { id: string; studentId: string }, places: readonly Place[], span: Span) {
    const existingId = await this.places.heldBy(enrollment.studentId, places, span, enrollment.id);
    if (!existingId) return;
    throw new Problem('duplicate', { existingId, detail: 'This student has a place there in that time already' });
  }
}

import { Injectable } from '@nestjs/common';
import type { FreezeOutcome, freezeEnrollment, InputOf } from '@cartwheel/contracts';
import { addDays, compareDates, type LocalDate } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { BookingsService, type Reclaimed, type Seat } from '../bookings/index.ts';
import { CreditsService } from '../credits/index.ts';
import { TimelineService } from '../timeline/index.ts';
import type { EnrollmentState } from './enrollment-readings.repository.ts';
import './enrollments.events.ts';
import { EnrollmentsRepository } from './enrollments.repository.ts';
import { EnrollmentsService } from './enrollments.service.ts';
import { FreezesRepository } from './freezes.repository.ts';
import { daysOf, ending, type Rest, wrongFreeze } from './freezes.rules.ts';
import { OpenEnrollmentsService } from './open-enrollments.service.ts';
import { PlacesService } from './places.service.ts';

type Wanted = InputOf<typeof freezeEnrollment>['body'];
type Moved = Pick<FreezeOutcome, 'days' | 'released'> & { reclaimed: Reclaimed[] };

/** Days on which an enrollment rests. Seats and the last day follow; what was billed stays as it is. */
@Injectable()
export class FreezesService {
  constructor(
    private readonly freezes: FreezesRepository,
    private readonly open: OpenEnrollmentsService,
    private readonly enrollments: EnrollmentsRepository,
    private readonly shown: EnrollmentsService,
    private readonly places: PlacesService,
    private readonly bookings: BookingsService,
    private readonly credits: CreditsService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
  ) {}

  freeze(actor: Actor, id: string, { preview, ...wanted }: Wanted & { preview: boolean }): Promise<FreezeOutcome> {
    return this.played(preview, async () => {
      const enrollment = await this.open.get(id);
      await this.assertFreezable(enrollment, wanted);
      await this.freezes.lockBatches(id);
      const { from, to } = wanted;
      const movesEnd = enrollment.endDate !== null;
      await this.freezes.add(id, wanted, { reason: wanted.reason || null, movesEnd });
      const released = await this.bookings.releaseBetween(id, { from, to }, 'FREEZE');
      const days = daysOf(wanted);
      const reclaimed = movesEnd ? await this.moveOut(enrollment, days) : [];
      await this.tell('enrollment.frozen', enrollment, { from, to, days });
      return this.outcome(actor, enrollment, { days, released, reclaimed });
    });
  }

  /** Taken back when it has not begun, cut to yesterday when it runs. */
  end(
    actor: Actor,
    { id, freezeId, preview }: { id: string; freezeId: string; preview: boolean },
  ): Promise<FreezeOutcome> {
    return this.played(preview, async () => {
      const enrollment = await this.open.get(id);
      const freeze = found(await this.freezes.find(id, freezeId), 'freeze');
      const end = ending(freeze, enrollment.today);
      if (!end) throw new Problem('invalid_transition', { detail: 'This freeze is over', allowed: [] });
      await this.freezes.lockBatches(id);
      if (end.lastDay) await this.freezes.endOn(freezeId, end.lastDay);
      else await this.freezes.remove(freezeId);
      const released = freeze.movesEnd ? await this.moveBack(enrollment, end.givenBack) : [];
      const from = compareDates(freeze.from, enrollment.today) > 0 ? freeze.from : enrollment.today;
      const reclaimed = await this.bookings.reclaim(id, { from, to: freeze.to });
      const days = end.givenBack;
      await this.tell('enrollment.unfrozen', enrollment, { from, to: freeze.to, days });
      return this.outcome(actor, enrollment, { days, released, reclaimed });
    });
  }

  private played(preview: boolean, work: () => Promise<FreezeOutcome>): Promise<FreezeOutcome> {
    return preview ? this.freezes.rehearse(async () => ({ ...(await work()), preview })) : work();
  }

  private async assertFreezable(enrollment: EnrollmentState, wanted: Rest): Promise<void> {
    const wrong = wrongFreeze(wanted, enrollment);
    if (wrong) throw refuse(wrong.path, wrong.message);
    const other = await this.freezes.overlapping(enrollment.id, wanted);
    if (other) {
      throw new Problem('duplicate', {
        existingId: other.id,
        detail: `It rests from ${other.from} to ${other.to} already`,
      });
    }
    const attended = await this.freezes.lastAttended(enrollment.id, wanted);
    if (attended) throw refuse('from', `The student came on ${attended}; begin after that day`);
  }

  private async moveOut(enrollment: EnrollmentState, days: number): Promise<Reclaimed[]> {
    const { id, endDate } = enrollment;
    if (!endDate) return [];
    const lastDay = addDays(endDate, days);
    await this.setEnd(id, lastDay);
    await this.places.prolong(enrollment, lastDay);
    return this.bookings.reclaim(id, { from: addDays(endDate, 1), to: lastDay });
  }

  /** However the end was corrected meanwhile, it never comes before the beginning. */
  private async moveBack({ id, startDate, endDate }: EnrollmentState, days: number): Promise<Seat[]> {
    if (!endDate) return [];
    const moved = addDays(endDate, -days);
    const lastDay = compareDates(moved, startDate) < 0 ? startDate : moved;
    await this.setEnd(id, lastDay);
    return this.places.shorten(id, lastDay);
  }

  private async setEnd(id: string, lastDay: LocalDate): Promise<void> {
    await this.enrollments.setEnd(id, lastDay);
    await this.credits.expireOn(id, lastDay);
  }

  private async tell(
    kind: 'enrollment.frozen' | 'enrollment.unfrozen',
    enrollment: EnrollmentState,
    rest: Rest & { days: number },
  ) {
    const { id: enrollmentId, studentId, planName } = enrollment;
    await this.timeline.record({ studentId, kind, details: { enrollmentId, planName, ...rest } });
    await this.events.publish(kind, { enrollmentId, studentId, ...rest });
  }

  private async outcome(actor: Actor, before: EnrollmentState, { reclaimed, ...moved }: Moved): Promise<FreezeOutcome> {
    const enrollment = await this.shown.get(actor, before.id);
    return {
      ...moved,
      preview: false,
      daysLeft: enrollment.freezeDaysAllowed - enrollment.freezeDaysUsed,
      endDateBefore: before.endDate,
      seated: reclaimed.filter(({ seated }) => seated),
      full: reclaimed.filter(({ seated }) => !seated),
      enrollment,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { changeEnrollment, Enrollment, InputOf, transferEnrollment } from '@cartwheel/contracts';
import { addDays, compareDates, type LocalDate } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { Problem, refuse } from '../../platform/problems/problem.ts';
import { CreditsService } from '../credits/index.ts';
import { TimelineService } from '../timeline/index.ts';
import './enrollments.events.ts';
import type { EnrollmentState } from './enrollment-readings.repository.ts';
import { EnrollmentsRepository } from './enrollments.repository.ts';
import { wrongEnd } from './enrollments.rules.ts';
import { EnrollmentsService } from './enrollments.service.ts';
import { OpenEnrollmentsService } from './open-enrollments.service.ts';
import { PlacesService } from './places.service.ts';

/** What happens to an enrollment after it was sold. Places and seats always follow. */
@Injectable()
export class EnrollmentChangesService {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly open: OpenEnrollmentsService,
    private readonly shown: EnrollmentsService,
    private readonly places: PlacesService,
    private readonly credits: CreditsService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
  ) {}

  async change(
    actor: Actor,
    id: string,
    change: InputOf<typeof changeEnrollment>['body'] & { seen: number | undefined },
  ) {
    const enrollment = await this.open.locked(id);
    if (change.seen !== undefined && change.seen !== enrollment.version) throw new Problem('stale_version');
    if (enrollment.status === 'CANCELLED') {
      throw new Problem('invalid_transition', { detail: 'A cancelled enrollment stays as it is', allowed: [] });
    }
    const endDate = change.endDate ?? enrollment.endDate;
    const wrong = endDate && wrongEnd(enrollment.startDate, endDate);
    if (wrong) throw refuse('endDate', wrong);
    if (endDate && enrollment.restsUntil && compareDates(endDate, enrollment.restsUntil) < 0) {
      throw refuse('endDate', `It rests until ${enrollment.restsUntil}; end the freeze first`);
    }
    const notes = change.notes === undefined ? undefined : change.notes || null;
    const changed = await this.enrollments.change(enrollment, { endDate, notes });
    if (!changed) throw new Problem('stale_version');
    if (endDate && endDate !== enrollment.endDate) await this.moveEnd(enrollment, endDate);
    return this.shown.get(actor, id);
  }

  /** Ends it today: what has not begun is given back. What is owed stays owed. */
  async cancel(actor: Actor, id: string, reason: string): Promise<Enrollment> {
    const enrollment = await this.open.get(id);
    await this.enrollments.cancel(id, reason);
    await this.places.giveUp(id, enrollment.today, 'Enrollment cancelled');
    await this.tell('enrollment.cancelled', enrollment, { text: reason });
    await this.events.publish('enrollment.cancelled', { enrollmentId: id });
    return this.shown.get(actor, id);
  }

  /** From a day on in other batches or on other days; places and seats move, or nothing does. */
  async transfer(actor: Actor, id: string, to: InputOf<typeof transferEnrollment>['body']): Promise<Enrollment> {
    const enrollment = await this.open.get(id);
    if (compareDates(to.from, enrollment.today) < 0) throw refuse('from', 'Choose today or a later day');
    const from = compareDates(to.from, enrollment.startDate) < 0 ? enrollment.startDate : to.from;
    if (enrollment.endDate && compareDates(from, enrollment.endDate) > 0)
      throw refuse('from', 'It ends before that day');
    await this.places.giveUp(id, from, 'Transferred');
    await this.enrollments.setDays(id, [...new Set(to.daysSelected)]);
    await this.places.take(enrollment, to, { from, to: enrollment.endDate });
    await this.tell('enrollment.transferred', enrollment, { from });
    return this.shown.get(actor, id);
  }

  /** Status is computed on read, so this only keeps the day, and frees what used-up packs still hold. Repeating it is safe. */
  async expire(today: LocalDate): Promise<void> {
    for (const id of await this.enrollments.markExpired()) await this.places.giveUp(id, today, 'No visits left');
  }

  private async moveEnd(enrollment: EnrollmentState, endDate: string): Promise<void> {
    await this.credits.expireOn(enrollment.id, endDate);
    const isLater = enrollment.endDate !== null && compareDates(endDate, enrollment.endDate) > 0;
    if (isLater) await this.places.extend(enrollment, endDate);
    else await this.places.giveUp(enrollment.id, addDays(endDate, 1), 'Enrollment ends earlier');
  }

  private async tell(kind: string, enrollment: EnrollmentState, what: { text?: string; from?: string }): Promise<void> {
    const { text, ...more } = what;
    const details = { enrollmentId: enrollment.id, planName: enrollment.planName, ...more };
    await this.timeline.record({ studentId: enrollment.studentId, kind, details, text: text ?? null });
  }
}

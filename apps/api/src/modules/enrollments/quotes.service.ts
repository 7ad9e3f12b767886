import { Injectable } from '@nestjs/common';
import type { InputOf, Money, quoteEnrollment } from '@cartwheel/contracts';
import { addDays, compareDates, type LocalDate, occurrences, type Weekday } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { SettingsService } from '../centers/index.ts';
import { DiscountsService, worthOf } from '../discounts/index.ts';
import { chargesOf } from '../invoices/index.ts';
import { EnrollmentsReadings } from './enrollment-readings.repository.ts';
import { type Batch, PlacesRepository } from './places.repository.ts';
import { PlacesService } from './places.service.ts';
import { type Agreed, TermsService } from './terms.service.ts';

type Quote = InputOf<typeof quoteEnrollment>['body'];
type Asked = Omit<Agreed, 'planId' | 'planName' | 'planType'> & Pick<Quote, 'studentId' | 'batchIds' | 'discount'>;
/** How far ahead classes are counted for a plan that has no last day. */
const HORIZON_DAYS = 366;

/** What an enrollment would be. Nothing is reserved: only enrolling takes places. */
@Injectable()
export class QuotesService {
  constructor(
    private readonly terms: TermsService,
    private readonly places: PlacesService,
    private readonly batches: PlacesRepository,
    private readonly readings: EnrollmentsReadings,
    private readonly discounts: DiscountsService,
    private readonly settings: SettingsService,
  ) {}

  async quote(actor: Actor, wanted: Quote) {
    const agreed = await this.terms.agree(actor, wanted, '');
    return this.quoteAgreed(actor, { ...wanted, ...agreed });
  }

  async quoteAgreed(actor: Actor, agreed: Asked) {
    const span = { from: agreed.startDate, to: agreed.endDate };
    const batches = await this.places.batches(agreed.batchIds, span);
    const dates = await this.classes(batches, agreed.daysSelected, span);
    return {
      endDate: span.to,
      classes: agreed.visitsIncluded ? Math.min(agreed.visitsIncluded, dates.length) : span.to ? dates.length : 0,
      firstSession: dates[0] ?? null,
      places: await this.batches.left(agreed.batchIds, span),
      overlaps: agreed.studentId ? await this.readings.overlapping(agreed.studentId, span.from, span.to) : [],
      ...(await this.price(actor, agreed.priceMinor, agreed.discount)),
    };
  }

  private async classes(
    batches: readonly Batch[],
    days: readonly Weekday[],
    span: { from: LocalDate; to: LocalDate | null },
  ) {
    const to = span.to ?? addDays(span.from, HORIZON_DAYS);
    const closures = (await this.batches.closedDays({ from: span.from, to })).map(({ date }) => date);
    return batches
      .flatMap(({ daysOfWeek, startsOn, endsOn }) =>
        occurrences({
          daysOfWeek: daysOfWeek.filter((day) => days.includes(day)),
          from: startsOn && compareDates(startsOn, span.from) > 0 ? startsOn : span.from,
          until: endsOn && compareDates(endsOn, to) < 0 ? endsOn : to,
          closures,
        }),
      )
      .toSorted(compareDates);
  }

  private async price(actor: Actor, subtotalMinor: number, discount: Quote['discount']) {
    const { taxBasisPoints } = (await this.settings.current()).invoices;
    const worth = discount ? Math.min(worthOf(discount, subtotalMinor), subtotalMinor) : 0;
    const waits =
      discount !== undefined && (await this.discounts.mustWait(actor, discount, { subtotalMinor, discountMinor: 0 }));
    const now = chargesOf(subtotalMinor, waits ? 0 : worth, taxBasisPoints);
    const once = chargesOf(subtotalMinor, worth, taxBasisPoints);
    const money = (amountMinor: number): Money => ({ amountMinor, currency: actor.center?.currency ?? '' });
    return {
      subtotal: money(subtotalMinor),
      discount: money(worth),
      discountNeedsApproval: waits,
      tax: money(now.taxMinor),
      total: money(now.totalMinor),
      totalOnceApproved: money(once.totalMinor),
    };
  }
}

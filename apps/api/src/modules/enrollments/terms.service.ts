import { Injectable } from '@nestjs/common';
import type { EnrollmentTerms } from '@cartwheel/contracts';
import { type LocalDate, todayIn, type Weekday } from '@cartwheel/domain/calendar';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Problem, refuse } from '../../platform/problems/problem.ts';
import { PlansService } from '../plans/index.ts';
import { beyondPlan, lastDayOf, type PlanType, planNames, wrongEnd, wrongStart } from './enrollments.rules.ts';
import { sameLength } from './renewing.rules.ts';

/** What is sold, copied from the price list or agreed on by hand. */
export interface Agreed {
  planId: string | null;
  planName: string;
  planType: PlanType;
  startDate: LocalDate;
  endDate: LocalDate | null;
  visitsIncluded: number | null;
  daysSelected: Weekday[];
  priceMinor: number;
  freezeDaysAllowed: number;
}

/** What was sold before. */
export type Sold = Omit<Agreed, 'daysSelected'>;
/** What a renewal asks for: where it says nothing, it is as before. */
type Again = Pick<EnrollmentTerms, 'startDate' | 'endDate' | 'planId' | 'daysSelected'>;

@Injectable()
export class TermsService {
  constructor(
    private readonly plans: PlansService,
    private readonly clock: Clock,
  ) {}

  /** Completes what was asked for from the plan. `at` is where the terms stand in the request. */
  async agree(actor: Actor, terms: EnrollmentTerms, at: string): Promise<Agreed> {
    this.assertStart(actor, terms.startDate, at);
    const listed = await this.listed(terms);
    assertEntitled(actor, terms, listed, at);
    const planType = terms.planType ?? listed?.planType ?? 'CUSTOM';
    const endDate = terms.endDate ?? (listed ? listed.endDate : lastDayOf(planType, null, terms.startDate));
    const visitsIncluded = terms.visitsIncluded ?? listed?.visitsIncluded ?? null;
    assertBounded({ startDate: terms.startDate, endDate, visitsIncluded }, planType, at);
    return {
      planId: listed?.id ?? null,
      planName: listed?.name ?? planNames[planType],
      planType,
      startDate: terms.startDate,
      endDate,
      visitsIncluded,
      daysSelected: [...new Set(terms.daysSelected)],
      priceMinor: terms.priceMinor ?? listed?.priceMinor ?? 0,
      freezeDaysAllowed: terms.freezeDaysAllowed ?? listed?.freezeDaysAllowed ?? 0,
    };
  }

  /** The terms of before, at the prices of now. What had no plan keeps its name, its price and its length. */
  async agreeAgain(actor: Actor, old: Sold, { planId = old.planId ?? undefined, ...wanted }: Again): Promise<Agreed> {
    const usual = { ...wanted, endDate: wanted.endDate ?? null };
    if (!planId) return this.agreeAsSold(actor, old, usual);
    const plan = await this.plans.onSale(planId);
    const isSame = planId === old.planId;
    const ownEnd = lastDayOf(plan.planType, plan.validityDays, wanted.startDate);
    return this.agree(
      actor,
      {
        ...usual,
        planId,
        batchIds: [],
        endDate: wanted.endDate ?? (isSame && !ownEnd ? sameLength(old, wanted.startDate) : null),
        visitsIncluded: isSame && !plan.visitsIncluded ? old.visitsIncluded : null,
      },
      '',
    );
  }

  private agreeAsSold(actor: Actor, old: Sold, wanted: Again & { endDate: LocalDate | null }): Agreed {
    this.assertStart(actor, wanted.startDate, '');
    const usual = lastDayOf(old.planType, null, wanted.startDate) ?? sameLength(old, wanted.startDate);
    const { planName, planType, visitsIncluded, priceMinor, freezeDaysAllowed } = old;
    const beyond = beyondPlan(
      { endDate: wanted.endDate },
      { priceMinor, visitsIncluded, freezeDaysAllowed, endDate: usual },
    );
    if (beyond) assertMayGoBeyond(actor, beyond);
    const endDate = wanted.endDate ?? usual;
    assertBounded({ startDate: wanted.startDate, endDate, visitsIncluded }, planType, '');
    const daysSelected = [...new Set(wanted.daysSelected)];
    return {
      planId: null,
      planName,
      planType,
      startDate: wanted.startDate,
      endDate,
      visitsIncluded,
      daysSelected,
      priceMinor,
      freezeDaysAllowed,
    };
  }

  assertStart(actor: Actor, startDate: LocalDate, at: string): void {
    const wrong = wrongStart(startDate, todayIn(actor.center?.timezone ?? 'UTC', this.clock.now()));
    if (wrong) throw refuse(`${at}startDate`, wrong);
  }

  private async listed({ planId, planType, startDate }: EnrollmentTerms) {
    if (!planId) return null;
    const plan = await this.plans.onSale(planId);
    if (planType && planType !== plan.planType) throw refuse('planType', `${plan.name} is of another type`);
    const endDate = lastDayOf(plan.planType, plan.validityDays, startDate);
    return { ...plan, priceMinor: plan.price?.amountMinor ?? 0, endDate };
  }
}

type Listed = Parameters<typeof beyondPlan>[1];

function assertEntitled(actor: Actor, terms: EnrollmentTerms, listed: Listed, at: string): void {
  if (!listed && !terms.planType) throw refuse(`${at}planId`, 'Choose a plan');
  const beyond = beyondPlan(terms, listed);
  if (beyond) assertMayGoBeyond(actor, beyond);
  if (!listed && terms.priceMinor === undefined) throw refuse(`${at}priceMinor`, 'Say the price');
}

function assertMayGoBeyond(actor: Actor, beyond: string): void {
  if (may(actor, 'enrollments:write')) return;
  throw new Problem('forbidden', { detail: `Another ${beyond} than on the price list needs a center admin` });
}

type Bounds = Pick<Agreed, 'startDate' | 'endDate' | 'visitsIncluded'>;

function assertBounded({ startDate, endDate, visitsIncluded }: Bounds, planType: PlanType, at: string): void {
  if (!endDate && !visitsIncluded) {
    if (planType === 'PAY_PER_VISIT') throw refuse(`${at}visitsIncluded`, 'Say how many visits');
    throw refuse(`${at}endDate`, 'Say when it ends');
  }
  const wrong = endDate && wrongEnd(startDate, endDate);
  if (wrong) throw refuse(`${at}endDate`, wrong);
}

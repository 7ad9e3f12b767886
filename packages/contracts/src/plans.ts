import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import { AmountMinor, Flag, Id, IdParams, list, Money, Page, text, Version } from './primitives.ts';

export const PlanType = z
  .enum(['PAY_PER_VISIT', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'CUSTOM'])
  .meta({ id: 'PlanType' });
export const PlanKind = z.enum(['TERM', 'PACK', 'DROP_IN']).meta({ id: 'PlanKind' });

export const Plan = z
  .object({
    id: Id,
    name: z.string(),
    planType: PlanType,
    kind: PlanKind,
    price: visibleTo('payments:read', Money),
    visitsIncluded: z.int().nullable(),
    validityDays: z.int().nullable(),
    freezeDaysAllowed: z.int(),
    /** Null: a template of the organization, offered in every center with its currency. */
    centerId: Id.nullable(),
    active: z.boolean(),
    /** Enrollments in the last 90 days. */
    soldRecently: z.int(),
    version: Version,
  })
  .meta({ id: 'Plan' });
export type Plan = z.infer<typeof Plan>;

const planFields = {
  name: text(120),
  planType: PlanType,
  kind: PlanKind.default('TERM'),
  priceMinor: AmountMinor,
  visitsIncluded: z.int().min(1).max(1000).nullish(),
  validityDays: z.int().min(1).max(3660).nullish(),
  freezeDaysAllowed: z.int().min(0).max(365).default(0),
};

const tag = 'Plans';

/** Without a center a super admin writes the templates of the organization; hence no scope of their own. */
export const createPlan = operation({
  id: 'createPlan',
  method: 'POST',
  path: '/plans',
  permission: 'plans:write',
  scope: 'none',
  tag,
  summary: 'Put a plan on the price list',
  body: z
    .strictObject({ ...planFields, centerId: Id.optional() })
    .refine((plan) => plan.kind === 'TERM' || plan.visitsIncluded, {
      path: ['visitsIncluded'],
      message: 'Say how many visits',
    }),
  answer: Plan,
  status: 201,
  problems: ['duplicate', 'reference_not_found', 'center_required'],
});

export const listPlans = operation({
  id: 'listPlans',
  method: 'GET',
  path: '/plans',
  permission: 'plans:read',
  scope: 'none',
  tag,
  summary: 'The price list, most sold first',
  query: z.strictObject({ ...Page, active: Flag.optional() }),
  answer: list(Plan),
  problems: ['center_required'],
});

export const changePlan = operation({
  id: 'changePlan',
  method: 'PATCH',
  path: '/plans/:id',
  permission: 'plans:write',
  scope: 'none',
  tag,
  summary: 'Change the price list; what was sold keeps its price',
  params: IdParams,
  body: z.strictObject({
    name: planFields.name.optional(),
    priceMinor: AmountMinor.optional(),
    visitsIncluded: planFields.visitsIncluded,
    validityDays: planFields.validityDays,
    freezeDaysAllowed: z.int().min(0).max(365).optional(),
    active: z.boolean().optional(),
  }),
  answer: Plan,
  problems: ['not_found', 'stale_version', 'duplicate', 'center_required'],
});

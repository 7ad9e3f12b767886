import * as z from 'zod';
import { Country, TimeZone } from './auth.ts';
import { operation } from './operation.ts';
import {
  AmountMinor,
  Currency,
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  optionalText,
  Page,
  Person,
  Phone,
  text,
  Version,
} from './primitives.ts';

export const Center = z
  .object({
    id: Id,
    name: z.string(),
    slug: z.string(),
    city: z.string(),
    timezone: z.string(),
    currency: z.string(),
    country: z.string(),
    locale: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    archivedAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'Center' });
export type Center = z.infer<typeof Center>;

const CenterFields = {
  name: text(120),
  city: text(120),
  timezone: TimeZone,
  currency: Currency,
  country: Country,
  address: optionalText(500),
  phone: Phone.nullish(),
};

const tag = 'Centers';

export const createCenter = operation({
  id: 'createCenter',
  method: 'POST',
  path: '/centers',
  permission: 'centers:manage',
  scope: 'organization',
  tag,
  summary: 'Open a center',
  body: z.strictObject(CenterFields),
  answer: Center,
  status: 201,
  problems: ['duplicate'],
});

export const listCenters = operation({
  id: 'listCenters',
  method: 'GET',
  path: '/centers',
  permission: 'signed-in',
  scope: 'none',
  tag,
  summary: 'The centers this person may enter',
  query: z.strictObject(Page),
  answer: list(Center),
});

export const getCenter = operation({
  id: 'getCenter',
  method: 'GET',
  path: '/centers/:id',
  permission: 'signed-in',
  scope: 'none',
  tag,
  summary: 'One center',
  params: IdParams,
  answer: Center,
  problems: ['not_found'],
});

export const changeCenter = operation({
  id: 'changeCenter',
  method: 'PATCH',
  path: '/centers/:id',
  permission: 'settings:write',
  tag,
  summary: 'Change name, city, address, phone; the time zone only while no session is planned',
  params: IdParams,
  body: z.strictObject({
    name: CenterFields.name.optional(),
    city: CenterFields.city.optional(),
    timezone: TimeZone.optional(),
    address: CenterFields.address,
    phone: CenterFields.phone,
  }),
  answer: Center,
  problems: ['not_found', 'stale_version', 'in_use'],
});

const Reaction = z.enum(['WARN', 'BLOCK']);
const Terms = z.strictObject({
  student: z.enum(['CHILD', 'STUDENT', 'MEMBER', 'CLIENT']),
  trainer: z.enum(['TRAINER', 'COACH', 'THERAPIST', 'TEACHER']),
  batch: z.enum(['BATCH', 'CLASS', 'GROUP', 'PROGRAM']),
});

/** When an absence that is announced earns a make-up. */
export const MakeUpPolicy = z
  .strictObject({
    enabled: z.boolean().default(true),
    /** Before the class begins: to earn a make-up, and to get one back that was booked. */
    noticeHours: z.int().min(0).max(720).default(4),
    /** After the class that was missed. */
    expiryDays: z.int().min(1).max(365).default(30),
    mostPerPeriod: z.int().min(1).max(50).default(2),
    period: z.enum(['MONTH', 'ENROLLMENT']).default('MONTH'),
  })
  .meta({ id: 'MakeUpPolicy' });
export type MakeUpPolicy = z.infer<typeof MakeUpPolicy>;

/** Every switch of a center. The defaults are the product's; a stored value wins. */
export const CenterSettings = z
  .strictObject({
    attendance: z.strictObject({
      onInactive: z.strictObject({
        expired: Reaction.default('WARN'),
        usedUp: Reaction.default('WARN'),
        paused: Reaction.default('WARN'),
        unpaid: Reaction.default('WARN'),
      }),
      lateGraceMinutes: z.int().min(0).max(120).default(10),
      /** Before the start; a pass that is shown earlier is no check-in to the class. */
      checkInMinutesBefore: z.int().min(0).max(240).default(60),
      frontDeskMayMark: z.boolean().default(true),
      trainerCorrectionHours: z.int().min(1).max(720).default(24),
    }),
    discounts: z.strictObject({ approvalThresholdMinor: AmountMinor.default(0) }),
    privacy: z.strictObject({
      trainersSeePhones: z.boolean().default(false),
      trainersSeePaidFlag: z.boolean().default(false),
      frontDeskSeesProgress: z.boolean().default(true),
    }),
    booking: z.strictObject({
      generateWeeks: z.int().min(1).max(26).default(6),
      holdMinutes: z.int().min(1).max(60).default(10),
      offerMinutes: z.int().min(1).max(120).default(5),
      cutOffMinutes: z.int().min(0).max(1440).default(0),
      cancellationTiers: z
        .array(z.strictObject({ hoursBefore: z.int().min(0).max(720), refundPercent: z.int().min(0).max(100) }))
        .max(6)
        .default([
          { hoursBefore: 24, refundPercent: 100 },
          { hoursBefore: 12, refundPercent: 50 },
        ]),
      makeUps: MakeUpPolicy.prefault({}),
    }),
    leads: z.strictObject({
      sources: z
        .array(text(40))
        .min(1)
        .max(30)
        .default(['Walk-in', 'Call', 'WhatsApp', 'Instagram', 'Facebook', 'Google', 'Referral', 'Website', 'Other']),
      followUpDays: z.int().min(0).max(60).default(1),
      frontDeskMayImport: z.boolean().default(false),
    }),
    invoices: z.strictObject({
      prefix: z.string().trim().max(12).default(''),
      taxName: z.string().trim().max(20).default('Tax'),
      /** 1800 is 18 %. */
      taxBasisPoints: z.int().min(0).max(5000).default(0),
      legalName: z.string().trim().max(160).default(''),
      registrationNumber: z.string().trim().max(40).default(''),
      financialYearStartMonth: z.int().min(1).max(12).default(4),
      footer: z.string().trim().max(500).default(''),
      /** Families are reminded so many days before an installment, and when it is overdue; null never. */
      installmentReminderDays: z.int().min(1).max(30).nullable().default(3),
    }),
    terms: Terms.default({ student: 'CHILD', trainer: 'TRAINER', batch: 'BATCH' }),
    branding: z.strictObject({
      color: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/)
        .default('#2B4FD0'),
    }),
    weekStart: z.enum(['MON', 'SUN']).default('MON'),
  })
  .meta({ id: 'CenterSettings' });
export type CenterSettings = z.infer<typeof CenterSettings>;

export const defaultSettings: CenterSettings = CenterSettings.parse({
  attendance: { onInactive: {} },
  discounts: {},
  privacy: {},
  booking: {},
  leads: {},
  invoices: {},
  branding: {},
});

const SettingsAnswer = z.object({
  settings: CenterSettings,
  version: z.int(),
  /** Per dotted path: who set it last and when. A path that is not here has its default. */
  changes: z.array(z.object({ path: z.string(), at: Instant, by: Person.nullable() })),
});

export const getSettings = operation({
  id: 'getSettings',
  method: 'GET',
  path: '/centers/:id/settings',
  permission: 'signed-in',
  tag,
  summary: 'The settings of a center',
  params: IdParams,
  answer: SettingsAnswer,
  problems: ['not_found'],
});

/** Sections are merged field by field; lists are replaced. */
export const changeSettings = operation({
  id: 'changeSettings',
  method: 'PATCH',
  path: '/centers/:id/settings',
  permission: 'settings:write',
  tag,
  summary: 'Change some settings; it counts from now on',
  params: IdParams,
  body: z.record(z.string(), z.unknown()),
  answer: SettingsAnswer,
  problems: ['not_found', 'stale_version'],
});

export const Closure = z
  .object({ id: Id, from: LocalDate, to: LocalDate, reason: z.string(), sessionsCancelled: z.int().optional() })
  .meta({ id: 'Closure' });

export const listClosures = operation({
  id: 'listClosures',
  method: 'GET',
  path: '/centers/:id/closures',
  permission: 'sessions:read',
  tag,
  summary: 'Days on which the center is closed',
  params: IdParams,
  query: z.strictObject(Page),
  answer: list(Closure),
  problems: ['not_found'],
});

export const addClosure = operation({
  id: 'addClosure',
  method: 'POST',
  path: '/centers/:id/closures',
  permission: 'settings:write',
  tag,
  summary: 'Close the center on some days; cancels the sessions on them',
  params: IdParams,
  body: z.strictObject({ from: LocalDate, to: LocalDate, reason: text(200) }),
  answer: Closure,
  status: 201,
  problems: ['not_found'],
  idempotency: 'required',
});

export const removeClosure = operation({
  id: 'removeClosure',
  method: 'DELETE',
  path: '/centers/:id/closures/:closureId',
  permission: 'settings:write',
  tag,
  summary: 'Open again; sessions are generated anew, cancelled ones stay cancelled',
  params: z.strictObject({ id: Id, closureId: Id }),
  answer: Closure,
  problems: ['not_found'],
  idempotency: 'required',
});

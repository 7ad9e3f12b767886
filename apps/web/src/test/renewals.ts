import type { Answer } from '../lib/operations.ts';

type Detail = Answer<'getRenewal'>;

export const renewalIds = {
  asha: '0190c000-0000-7000-8000-000000000001',
  ben: '0190c000-0000-7000-8000-000000000002',
  student: '0190c000-0000-7000-8000-000000000003',
  plan: '0190c000-0000-7000-8000-000000000004',
  batch: '0190c000-0000-7000-8000-000000000005',
};

const money = (amountMinor: number) => ({ amountMinor, currency: 'INR' });

/** Asha's month, which ends in a few days. */
export function renewal(changes: Partial<Detail> = {}): Detail {
  return {
    enrollmentId: renewalIds.asha,
    studentId: renewalIds.student,
    studentName: 'Asha Rao',
    guardianName: 'Meera',
    phone: '+919845012345',
    planId: renewalIds.plan,
    planName: 'Monthly',
    planType: 'MONTHLY',
    onSale: true,
    status: 'ACTIVE',
    startDate: '2026-11-01',
    endDate: '2026-11-30',
    endedOn: null,
    visitsIncluded: null,
    visitsLeft: null,
    predicted: null,
    daysSelected: ['MON', 'WED'],
    batches: [{ id: renewalIds.batch, name: 'Pre-K Gym' }],
    attendance: { attended: 6, marked: 8 },
    lastContact: null,
    nextContactAt: null,
    owner: null,
    value: money(500_000),
    paidBefore: money(450_000),
    priceChanged: true,
    due: money(0),
    renewed: null,
    lost: null,
    contacts: [],
    siblings: [],
    ...changes,
  };
}

export const renewalSummary: Answer<'getRenewalSummary'> = {
  counts: { OVERDUE: 1, DAYS_7: 2, DAYS_14: 3, DAYS_30: 4, RENEWED: 5, LOST: 0 },
  rate: {
    from: '2026-10-22',
    to: '2026-11-20',
    due: 10,
    renewed: 4,
    percent: 40,
    definition: 'The share that was renewed.',
  },
  atRisk: { value: money(900_000), overdue: money(450_000), definition: 'What they would bring.' },
};

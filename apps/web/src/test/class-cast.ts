import type { ClassSession, Roster, RosterRow } from '@cartwheel/contracts';

/** A class at Riverside on 21 November 2026, 16:00 to 17:00 on the wall there. */
export function aSession(given: Partial<ClassSession> = {}): ClassSession {
  return {
    id: '0190a000-0000-7000-8000-00000000c001',
    batchId: null,
    name: 'Pre-K Gym',
    date: '2026-11-21',
    startTime: '16:00',
    endTime: '17:00',
    startsAt: '2026-11-21T10:30:00.000Z',
    endsAt: '2026-11-21T11:30:00.000Z',
    status: 'PUBLISHED',
    capacity: 12,
    seatsTaken: 3,
    seatsLeft: 9,
    waitlistCount: 0,
    trialCount: 0,
    makeUpCount: 0,
    markedCount: 0,
    trainer: { id: '0190a000-0000-7000-8000-0000000000a4', name: 'Ravi' },
    ageMin: null,
    ageMax: null,
    cancelReason: null,
    mayMark: true,
    version: 1,
    ...given,
  };
}

export function aRow(name: string, given: Partial<RosterRow> = {}): RosterRow {
  return {
    studentId: `student-${name}`,
    name,
    ageYears: 5,
    kind: 'ENROLLED',
    bookingId: `booking-${name}`,
    introVisitId: null,
    leadId: null,
    isFirstVisit: false,
    warnings: [],
    blocked: false,
    mark: null,
    note: null,
    markedAt: null,
    markedBy: null,
    absence: null,
    makesUpFor: null,
    ...given,
  };
}

export const aRoster = (rows: RosterRow[], session: Partial<ClassSession> = {}): Roster => ({
  session: aSession(session),
  rows,
});

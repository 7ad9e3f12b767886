import type { Answer } from '../lib/operations.ts';

type Lead = Answer<'getLead'>;
type Card = Answer<'getLeadBoard'>['columns'][number]['cards'][number];
type Visit = Answer<'listIntroVisits'>['items'][number];
type ClassSession = Answer<'listClassSessions'>['items'][number];

export const ids = {
  kabir: '0190b000-0000-7000-8000-000000000001',
  zoya: '0190b000-0000-7000-8000-000000000002',
  student: '0190b000-0000-7000-8000-000000000003',
  guardian: '0190b000-0000-7000-8000-000000000004',
  visit: '0190b000-0000-7000-8000-000000000005',
  session: '0190b000-0000-7000-8000-000000000006',
  batch: '0190b000-0000-7000-8000-000000000007',
  monthly: '0190b000-0000-7000-8000-000000000008',
  quarterly: '0190b000-0000-7000-8000-000000000009',
  invoice: '0190b000-0000-7000-8000-00000000000a',
};

/** Kabir D’Souza, five, whom Riverside has talked to once. */
export function card(changes: Partial<Card> = {}): Card {
  return {
    id: ids.kabir,
    status: 'DISCOVERY',
    studentId: ids.student,
    studentName: 'Kabir D’Souza',
    ageYears: 5,
    guardianName: 'Anita D’Souza',
    phone: '+919845012345',
    source: 'Referral',
    assignedTo: null,
    nextFollowUpAt: null,
    nextIntro: null,
    lastNote: null,
    daysInStage: 5,
    deadReason: null,
    createdAt: '2026-11-16T05:30:00Z',
    ...changes,
  };
}

export function lead(changes: Partial<Lead> = {}): Lead {
  return {
    ...card(),
    student: {
      id: ids.student,
      firstName: 'Kabir',
      lastName: 'D’Souza',
      name: 'Kabir D’Souza',
      dob: null,
      ageYears: 5,
      ageIsApproximate: true,
      school: null,
      interests: [],
      notes: null,
      version: 3,
    },
    guardians: [
      {
        id: ids.guardian,
        name: 'Anita D’Souza',
        relationship: 'MOTHER',
        isPrimary: true,
        mayPickUp: true,
        mayBook: true,
        hasContact: true,
        phone: '+919845012345',
        email: null,
      },
    ],
    preferredDays: [],
    preferredTimes: [],
    discoveryNotes: null,
    deadNote: null,
    introVisits: [],
    followUps: [],
    timeline: [],
    allowed: ['INTRO_SCHEDULED', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'],
    version: 1,
    ...changes,
  };
}

export function visit(changes: Partial<Visit> = {}): Visit {
  return {
    id: ids.visit,
    leadId: ids.kabir,
    studentId: ids.student,
    studentName: 'Kabir D’Souza',
    ageYears: 5,
    phone: '+919845012345',
    status: 'SCHEDULED',
    classSessionId: ids.session,
    sessionName: 'Pre-K Gym',
    date: '2026-11-20',
    startTime: '16:00',
    scheduledAt: '2026-11-20T10:30:00Z',
    attendedAt: null,
    trainer: null,
    outcomeNotes: null,
    version: 1,
    ...changes,
  };
}

/** A Pre-K class for four to six, with three seats left. */
export function classSession(changes: Partial<ClassSession> = {}): ClassSession {
  return {
    id: ids.session,
    batchId: ids.batch,
    name: 'Pre-K Gym',
    date: '2099-11-23',
    startTime: '16:00',
    endTime: '17:00',
    startsAt: '2099-11-23T10:30:00Z',
    endsAt: '2099-11-23T11:30:00Z',
    status: 'PUBLISHED',
    capacity: 12,
    seatsTaken: 9,
    seatsLeft: 3,
    waitlistCount: 0,
    trialCount: 0,
    makeUpCount: 0,
    markedCount: 0,
    trainer: null,
    ageMin: 4,
    ageMax: 6,
    cancelReason: null,
    mayMark: false,
    version: 1,
    ...changes,
  };
}

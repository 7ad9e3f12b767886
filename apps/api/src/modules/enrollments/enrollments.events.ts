export interface EnrollmentCreated {
  enrollmentId: string;
  studentId: string;
}

export interface EnrollmentCancelled {
  enrollmentId: string;
}

export interface EnrollmentRests {
  enrollmentId: string;
  studentId: string;
  from: string;
  to: string;
  days: number;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'enrollment.created': EnrollmentCreated;
    'enrollment.cancelled': EnrollmentCancelled;
    'enrollment.frozen': EnrollmentRests;
    /** The days that are given back. */
    'enrollment.unfrozen': EnrollmentRests;
  }
}

export interface EnrollmentCreated {
  enrollmentId: string;
  studentId: string;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'enrollment.created': EnrollmentCreated;
  }
}

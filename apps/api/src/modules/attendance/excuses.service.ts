import { Injectable } from '@nestjs/common';
import { AttendanceRepository } from './attendance.repository.ts';

/** Marks of those who said in advance that they will not come. */
@Injectable()
export class ExcusesService {
  constructor(private readonly attendance: AttendanceRepository) {}

  async excuse(
    sessionId: string,
    { studentId, enrollmentId, note }: { studentId: string; enrollmentId: string | null; note: string | null },
  ): Promise<void> {
    await this.attendance.save(sessionId, [
      { studentId, enrollmentId, bookingId: null, status: 'EXCUSED', notes: note, keepsNotes: note === null },
    ]);
  }

  takeBack(sessionId: string, studentId: string): Promise<void> {
    return this.attendance.clear(sessionId, [studentId]);
  }
}

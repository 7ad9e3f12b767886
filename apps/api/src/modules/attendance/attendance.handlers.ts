import { Injectable } from '@nestjs/common';
import { type EventMap, On } from '../../platform/events/events.ts';
import { AttendanceRepository } from './attendance.repository.ts';

@Injectable()
export class AttendanceHandlers {
  constructor(private readonly attendance: AttendanceRepository) {}

  /** Nobody was in a session that did not take place. */
  @On('class-session.cancelled')
  async voidMarks({ sessionId }: EventMap['class-session.cancelled']) {
    await this.attendance.voidMarks(sessionId);
  }
}

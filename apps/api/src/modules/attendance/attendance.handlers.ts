import { Injectable } from '@nestjs/common';
import { type EventMap, On } from '../../platform/events/events.ts';
import { MarkingService } from './marking.service.ts';

@Injectable()
export class AttendanceHandlers {
  constructor(private readonly marking: MarkingService) {}

  @On('class-session.cancelled')
  async voidMarks({ sessionId }: EventMap['class-session.cancelled']) {
    await this.marking.voidMarks(sessionId);
  }
}

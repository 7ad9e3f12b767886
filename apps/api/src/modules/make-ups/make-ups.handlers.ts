import { Injectable } from '@nestjs/common';
import { On } from '../../platform/events/events.ts';
import { AbsencesService } from './absences.service.ts';

@Injectable()
export class MakeUpsHandlers {
  constructor(private readonly absences: AbsencesService) {}

  @On('night.fell')
  forgetAbsencesOfThoseWhoCame(): Promise<void> {
    return this.absences.forgetThoseWhoCame();
  }
}

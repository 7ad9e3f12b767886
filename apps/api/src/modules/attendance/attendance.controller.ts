import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { IntroMarksService } from './intro-marks.service.ts';
import { MarkingService } from './marking.service.ts';
import { RecordsService } from './records.service.ts';
import { RosterService } from './roster.service.ts';

@Controller()
export class AttendanceController {
  constructor(
    private readonly rosters: RosterService,
    private readonly marking: MarkingService,
    private readonly records: RecordsService,
    private readonly introMarks: IntroMarksService,
  ) {}

  @Handles(contract.getRoster)
  getRoster(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getRoster>) {
    return this.rosters.get(actor, params.id);
  }

  @Handles(contract.markAttendance)
  markAttendance(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.markAttendance>) {
    return this.marking.mark(actor, body);
  }

  @Handles(contract.listAttendance)
  listAttendance(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listAttendance>) {
    return this.records.ofSession(actor, query);
  }

  @Handles(contract.listStudentAttendance)
  listStudentAttendance(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof contract.listStudentAttendance>,
  ) {
    return this.records.ofStudent(actor, params.id, query);
  }

  @Handles(contract.markIntroAttended)
  markIntroAttended(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.markIntroAttended>,
  ) {
    return this.introMarks.mark(actor, params.id, 'ATTENDED', body?.outcomeNotes);
  }

  @Handles(contract.markIntroNoShow)
  markIntroNoShow(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.markIntroNoShow>) {
    return this.introMarks.mark(actor, params.id, 'NO_SHOW', body?.outcomeNotes);
  }
}

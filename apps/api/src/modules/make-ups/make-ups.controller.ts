import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { AbsencesService } from './absences.service.ts';
import { MakeUpsService } from './make-ups.service.ts';

@Controller()
export class MakeUpsController {
  constructor(
    private readonly absences: AbsencesService,
    private readonly makeUps: MakeUpsService,
  ) {}

  @Handles(contract.announceAbsence)
  announceAbsence(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.announceAbsence>) {
    return this.absences.announce(actor, params.id, body);
  }

  @Handles(contract.withdrawAbsence)
  withdrawAbsence(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.withdrawAbsence>) {
    return this.absences.withdraw(actor, params.id, params.absenceId);
  }

  @Handles(contract.getStudentMakeUps)
  getStudentMakeUps(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getStudentMakeUps>) {
    return this.makeUps.ofStudent(actor, params.id);
  }

  @Handles(contract.listMakeUpOptions)
  listMakeUpOptions(@Input() { query }: InputOf<typeof contract.listMakeUpOptions>) {
    return this.makeUps.options(query);
  }

  @Handles(contract.bookMakeUp)
  bookMakeUp(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.bookMakeUp>) {
    return this.makeUps.book(actor, body);
  }

  @Handles(contract.cancelMakeUp)
  cancelMakeUp(@Input() { params }: InputOf<typeof contract.cancelMakeUp>) {
    return this.makeUps.cancel(params.id);
  }
}

import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { AssessingService } from './assessing.service.ts';
import { MatrixService } from './matrix.service.ts';
import { StudentSkillsService } from './student-skills.service.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly assessing: AssessingService,
    private readonly matrices: MatrixService,
    private readonly students: StudentSkillsService,
  ) {}

  @Handles(contract.assessSkills)
  assessSkills(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.assessSkills>) {
    return this.assessing.assess(actor, body);
  }

  @Handles(contract.getSkillMatrix)
  getSkillMatrix(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof contract.getSkillMatrix>) {
    return this.matrices.get(actor, params.id, query);
  }

  @Handles(contract.getStudentSkills)
  getStudentSkills(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getStudentSkills>) {
    return this.students.get(actor, params.id);
  }

  @Handles(contract.listSkillHistory)
  listSkillHistory(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof contract.listSkillHistory>,
  ) {
    return this.students.history(actor, params.id, query);
  }
}

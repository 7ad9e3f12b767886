import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { CurriculaService } from './curricula.service.ts';
import { SkillsService } from './skills.service.ts';

@Controller()
export class CurriculaController {
  constructor(
    private readonly curricula: CurriculaService,
    private readonly skills: SkillsService,
  ) {}

  @Handles(contract.listCurricula)
  listCurricula(@Input() { query }: InputOf<typeof contract.listCurricula>) {
    return this.curricula.list(query);
  }

  @Handles(contract.createCurriculum)
  createCurriculum(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.createCurriculum>) {
    return this.curricula.create(actor, body);
  }

  @Handles(contract.getCurriculum)
  getCurriculum(@Input() { params, query }: InputOf<typeof contract.getCurriculum>) {
    return this.curricula.get(params.id, query.retired);
  }

  @Handles(contract.changeCurriculum)
  changeCurriculum(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.changeCurriculum>,
    @SeenVersion() seen?: number,
  ) {
    return this.curricula.change(actor, params.id, { ...body, seen });
  }

  @Handles(contract.copyCurriculum)
  copyCurriculum(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.copyCurriculum>) {
    return this.curricula.copy(actor, params.id, body.name);
  }

  @Handles(contract.createSkill)
  createSkill(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.createSkill>) {
    return this.skills.create(actor, body);
  }

  @Handles(contract.pasteSkills)
  pasteSkills(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.pasteSkills>,
    @SeenVersion() seen?: number,
  ) {
    return this.skills.paste(actor, params.id, { ...body, seen });
  }

  @Handles(contract.changeSkill)
  changeSkill(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.changeSkill>,
    @SeenVersion() seen?: number,
  ) {
    return this.skills.change(actor, params.id, { ...body, seen });
  }

  @Handles(contract.orderSkills)
  orderSkills(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.orderSkills>,
    @SeenVersion() seen?: number,
  ) {
    return this.skills.order(actor, params.id, { ...body, seen });
  }

  @Handles(contract.listCurriculumUse)
  listCurriculumUse() {
    return this.curricula.use();
  }
}

import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { KnownChildrenService } from './known-children.service.ts';
import { MergingService } from './merging.service.ts';
import { StudentsService } from './students.service.ts';

@Controller()
export class StudentsController {
  constructor(
    private readonly students: StudentsService,
    private readonly known: KnownChildrenService,
    private readonly merging: MergingService,
  ) {}

  @Handles(contract.listStudents)
  listStudents(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listStudents>) {
    return this.students.list(actor, query);
  }

  @Handles(contract.createStudent)
  createStudent(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.createStudent>) {
    return this.students.create(actor, body);
  }

  @Handles(contract.findDuplicates)
  findDuplicates(@Input() { query }: InputOf<typeof contract.findDuplicates>) {
    return this.known.similar(query);
  }

  @Handles(contract.mergeStudents)
  mergeStudents(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.mergeStudents>) {
    return this.merging.merge(actor, body);
  }

  @Handles(contract.getStudent)
  getStudent(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getStudent>) {
    return this.students.get(actor, params.id);
  }

  @Handles(contract.changeStudent)
  changeStudent(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.changeStudent>,
    @SeenVersion() seen?: number,
  ) {
    return this.students.change(actor, params.id, body, seen);
  }

  @Handles(contract.archiveStudent)
  archiveStudent(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.archiveStudent>) {
    return this.students.archive(actor, params.id);
  }

  @Handles(contract.restoreStudent)
  restoreStudent(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.restoreStudent>) {
    return this.students.restore(actor, params.id);
  }

  @Handles(contract.addGuardian)
  addGuardian(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.addGuardian>) {
    return this.students.addGuardian(actor, params.id, body);
  }

  @Handles(contract.changeGuardian)
  changeGuardian(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof contract.changeGuardian>) {
    return this.students.changeGuardian(actor, input);
  }

  @Handles(contract.removeGuardian)
  removeGuardian(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.removeGuardian>) {
    return this.students.removeGuardian(actor, params.id, params.guardianId);
  }

  @Handles(contract.getStudentTimeline)
  getStudentTimeline(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof contract.getStudentTimeline>) {
    return this.students.timelineOf(actor, input);
  }

  @Handles(contract.addStudentNote)
  addStudentNote(@Input() { params, body }: InputOf<typeof contract.addStudentNote>) {
    return this.students.addNote(params.id, body.text);
  }
}

import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { LeadsService } from './leads.service.ts';

@Controller()
export class LeadsController {
  constructor(private readonly leads: LeadsService) {}

  @Handles(contract.createLead)
  createLead(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.createLead>) {
    return this.leads.create(actor, body);
  }

  @Handles(contract.listLeads)
  listLeads(@Input() { query }: InputOf<typeof contract.listLeads>) {
    return this.leads.list(query);
  }

  @Handles(contract.getLeadBoard)
  getLeadBoard(@Input() { query }: InputOf<typeof contract.getLeadBoard>) {
    return this.leads.board(query);
  }

  @Handles(contract.getLead)
  getLead(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getLead>) {
    return this.leads.getLead(actor, params.id);
  }

  @Handles(contract.changeLead)
  changeLead(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.changeLead>,
    @SeenVersion() seen?: number,
  ) {
    return this.leads.change(actor, params.id, body, seen);
  }

  @Handles(contract.markLeadDead)
  markLeadDead(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.markLeadDead>) {
    return this.leads.markDead(actor, params.id, body);
  }

  @Handles(contract.reopenLead)
  reopenLead(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.reopenLead>) {
    return this.leads.reopen(actor, params.id);
  }

  @Handles(contract.addLeadNote)
  addLeadNote(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.addLeadNote>) {
    return this.leads.addNote(actor, params.id, body.text);
  }
}

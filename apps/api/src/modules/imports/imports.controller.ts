import { Controller, Req, UseGuards } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { found } from '../../platform/problems/problem.ts';
import { ImportsService } from './imports.service.ts';
import { UploadGuard } from './upload.guard.ts';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Handles(contract.uploadImport)
  @UseGuards(UploadGuard)
  uploadImport(@CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    return this.imports.upload(actor, found(request.upload, 'file'));
  }

  @Handles(contract.listImports)
  listImports(@Input() { query }: InputOf<typeof contract.listImports>) {
    return this.imports.list(query);
  }

  @Handles(contract.getImport)
  getImport(@Input() { params }: InputOf<typeof contract.getImport>) {
    return this.imports.get(params.id);
  }

  @Handles(contract.changeImport)
  changeImport(@Input() { params, body }: InputOf<typeof contract.changeImport>, @SeenVersion() seen?: number) {
    return this.imports.change(params.id, body, seen);
  }

  @Handles(contract.dryRunImport)
  dryRunImport(@Input() { params }: InputOf<typeof contract.dryRunImport>) {
    return this.imports.dryRun(params.id);
  }

  @Handles(contract.runImport)
  runImport(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.runImport>) {
    return this.imports.run(actor, params.id);
  }

  @Handles(contract.listImportRows)
  listImportRows(@Input() { params, query }: InputOf<typeof contract.listImportRows>) {
    return this.imports.listRows(params.id, query);
  }

  @Handles(contract.undoImport)
  undoImport(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.undoImport>) {
    return this.imports.undo(actor, params.id);
  }
}

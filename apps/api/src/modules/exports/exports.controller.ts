import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import { Handles, Input } from '../../platform/http/handles.ts';
import { ExportsService } from './exports.service.ts';

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Handles(contract.exportRows)
  exportRows(@Input() { params, query }: InputOf<typeof contract.exportRows>) {
    return this.exports.file(params.file, query);
  }

  @Handles(contract.exportAuditLog)
  exportAuditLog(@Input() { query }: InputOf<typeof contract.exportAuditLog>) {
    return this.exports.auditLog(query);
  }
}

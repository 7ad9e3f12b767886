import { Controller, Req } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { FastifyRequest } from 'fastify';
import { Handles, Input } from '../../platform/http/handles.ts';
import { VerificationService } from './verification.service.ts';

@Controller()
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Handles(contract.verifyReportCard)
  verifyReportCard(
    @Input() { params }: InputOf<typeof contract.verifyReportCard>,
    @Req() request: Pick<FastifyRequest, 'ip'>,
  ) {
    return this.verification.verify(params.code, request.ip);
  }
}

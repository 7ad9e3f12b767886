import { Injectable } from '@nestjs/common';
import type { InputOf, recordCheckIn } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Throttle } from '../../platform/auth/throttle.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { PassCodes } from './pass-codes.ts';
import { PassesRepository } from './passes.repository.ts';

type Body = InputOf<typeof recordCheckIn>['body'];

/** Whoever stands at the door. */
export interface Visitor {
  studentId: string;
  name: string;
  passId?: string;
}

/** A pass that opens nothing: why, and whose it was, if anybody's. */
export interface Stranger {
  refusal: Problem;
  studentId?: string;
  passId?: string;
}

/** A shelf of old passes takes a minute; whoever tries codes takes longer. */
const WRONG_CODES_PER_MINUTE = 20;

@Injectable()
export class VisitorsService {
  constructor(
    private readonly passes: PassesRepository,
    private readonly codes: PassCodes,
    private readonly throttle: Throttle,
  ) {}

  /** Throws rate_limited, and reference_not_found for an id of nobody. Who is archived has no way in. */
  async recognise(actor: Actor, { code, studentId }: Body): Promise<Visitor | Stranger> {
    if (code !== undefined) return this.byPass(actor, code);
    const student = studentId && (await this.passes.findStudent(studentId));
    if (student) return student;
    const error = { path: 'studentId', message: 'There is no such student', code: 'reference_not_found' };
    throw new Problem('reference_not_found', { detail: error.message, errors: [error] });
  }

  /** A pass that was replaced names nobody: it may have been found in the street. */
  private async byPass(actor: Actor, scanned: string): Promise<Visitor | Stranger> {
    const code = this.codes.read(actor.center!.id, scanned);
    const pass = code && (await this.passes.findByCode(code));
    if (pass && !pass.revokedAt) return { studentId: pass.studentId, name: pass.studentName, passId: pass.id };
    await this.throttle.count(`pass:${actor.userId}`, WRONG_CODES_PER_MINUTE, 60);
    if (!pass)
      return { refusal: new Problem('pass_unknown', { detail: 'It was made for another center, or is damaged' }) };
    const detail = 'There is a newer one, or its owner has left';
    return { refusal: new Problem('pass_replaced', { detail }), studentId: pass.studentId, passId: pass.id };
  }
}

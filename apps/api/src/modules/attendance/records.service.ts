import { Injectable } from '@nestjs/common';
import type * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found } from '../../platform/problems/problem.ts';
import { ClassSessionsService } from '../class-sessions/index.ts';
import { RecordsRepository } from './records.repository.ts';

@Injectable()
export class RecordsService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly sessions: ClassSessionsService,
  ) {}

  async ofSession(actor: Actor, { classSessionId, ...page }: InputOf<typeof contract.listAttendance>['query']) {
    await this.sessions.get(actor, classSessionId);
    return pageOf(await this.records.ofSession(classSessionId, page), page.limit, (row) => [
      row.searchName,
      row.studentId,
    ]);
  }

  async ofStudent(actor: Actor, studentId: string, query: InputOf<typeof contract.listStudentAttendance>['query']) {
    found((await this.records.isStudent(studentId)) || undefined, 'student');
    const seenBy = actor.role === 'TRAINER' ? actor.userId : undefined;
    const rows = await this.records.ofStudent(studentId, query, seenBy);
    return pageOf(rows, query.limit, (row) => [row.startsAt, row.classSessionId]);
  }
}

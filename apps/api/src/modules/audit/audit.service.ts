import { Injectable } from '@nestjs/common';
import type { InputOf, listAuditLog, listDeadLetters } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { AuditRepository, type ExportNote } from './audit.repository.ts';

@Injectable()
export class AuditService {
  constructor(private readonly audit: AuditRepository) {}

  async list(query: InputOf<typeof listAuditLog>['query']) {
    return pageOf(await this.audit.list(query), query.limit, (row) => [row.at, row.id]);
  }

  /** All that `list` would answer, page by page. */
  async *pages(filters: Omit<InputOf<typeof listAuditLog>['query'], 'limit' | 'cursor'>, limit: number) {
    let cursor: string | undefined;
    do {
      const page = await this.list({ ...filters, limit, ...(cursor && { cursor }) });
      yield page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }

  noteExport(note: ExportNote): Promise<void> {
    return this.audit.addExport(note);
  }

  async deadLetters(query: InputOf<typeof listDeadLetters>['query']) {
    return pageOf(await this.audit.deadLetters(query), query.limit, (row) => [row.failedAt, row.id]);
  }

  async replay(actor: Actor, id: string) {
    const letter = found(await this.audit.findDeadLetter(id), 'dead letter');
    if (letter.replayedAt) throw new Problem('invalid_transition', { detail: 'It was tried again already' });
    await this.audit.replay(id, actor.userId);
    return found(await this.audit.findDeadLetter(id), 'dead letter');
  }
}

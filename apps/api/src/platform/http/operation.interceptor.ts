import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Operation, Permission } from '@cartwheel/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database.ts';
import { Problem } from '../problems/problem.ts';
import { toProblem } from '../problems/translate.ts';
import { shape } from './answer.ts';
import { operationOf } from './handles.ts';
import { Idempotency, type Reply } from './idempotency.ts';
import { readInput, readKey, readVersion } from './request.ts';

const nobody: ReadonlySet<Permission> = new Set();
const RETRIES = 3;

/**
 * The life of a request: check it, open one unit of work, do it once, shape the answer, commit. A problem that is thrown
 * undoes what was written; one that is returned keeps it.
 */
@Injectable()
export class OperationInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = operationOf(context.getHandler());
    if (!operation) throw new Problem('forbidden');
    const http = context.switchToHttp();
    return defer(() => this.perform(operation, http.getRequest(), http.getResponse(), next));
  }

  private async perform(operation: Operation, request: FastifyRequest, response: FastifyReply, next: CallHandler) {
    request.input = readInput(operation, request);
    request.seenVersion = readVersion(request);
    const key = readKey(operation, request);
    const work = async (): Promise<Reply> => {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      if (answer instanceof Problem)
        return { status: answer.status, body: answer.toDetails(request.id), problem: answer };
      if (operation.media?.answer || answer instanceof StreamableFile)
        return { status: operation.status, body: answer };
      return { status: operation.status, body: shape(operation.answer, answer, request.actor?.permissions ?? nobody) };
    };
    const reply = await this.inUnit(operation, request, () =>
      key ? this.idempotency.once(key, operation, request.input, work) : work(),
    );
    return this.send(reply, response);
  }

  private async inUnit(operation: Operation, request: FastifyRequest, work: () => Promise<Reply>): Promise<Reply> {
    const { actor } = request;
    if (!actor) return work();
    const context = {
      organizationId: actor.organizationId,
      // Across the organization means so even when a center happens to be chosen.
      centerId: operation.scope === 'organization' ? null : (actor.center?.id ?? null),
      userId: actor.userId,
      role: actor.role,
      requestId: request.id,
    };
    const open =
      operation.scope === 'organization' && operation.method === 'GET'
        ? this.db.acrossCenters.bind(this.db)
        : this.db.inUnit.bind(this.db);
    for (let attempt = 1; ; attempt++) {
      try {
        return await open(context, work);
      } catch (error) {
        // Nothing outside the database has happened yet, so a lost race may simply run again.
        if (attempt === RETRIES || toProblem(error).code !== 'conflict_retry') throw error;
      }
    }
  }

  private send(reply: Reply, response: FastifyReply): unknown {
    if (reply.problem) throw reply.problem;
    if (reply.replayed) void response.header('idempotent-replayed', 'true');
    void response.status(reply.status);
    if (reply.status >= 400) void response.header('content-type', 'application/problem+json; charset=utf-8');
    const { body } = reply;
    if (typeof body === 'object' && body !== null && 'version' in body)
      void response.header('etag', `"${String(body.version)}"`);
    return body;
  }
}

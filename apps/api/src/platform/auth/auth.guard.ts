import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import type { Operation } from '@cartwheel/contracts';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { operationOf } from '../http/handles.ts';
import { Problem } from '../problems/problem.ts';
import { type Actor, may } from './actor.ts';
import { accessCookieOf } from './cookies.ts';
import { assertSameOrigin } from './same-origin.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    wantedCenter?: string;
  }
}

/** Who is asking, where, and may they. A route without a declared operation is closed to everybody. */
@Injectable()
export class AuthGuard extends PassportGuard('jwt') implements CanActivate {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = operationOf(context.getHandler());
    if (!operation) throw new Problem('forbidden');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    assertOneCredential(request);
    if (operation.permission === 'public') {
      if (Object.keys(request.cookies).length > 0) assertSameOrigin(request);
      return true;
    }
    if (accessCookieOf(request)) assertSameOrigin(request);
    request.wantedCenter = wantedCenter(request, operation);
    await super.canActivate(context);
    assertAllowed(operation, request.actor);
    return true;
  }

  override getAuthenticateOptions() {
    return { session: false, property: 'actor' };
  }

  override handleRequest<TUser = Actor>(error: unknown, actor: TUser | false): TUser {
    if (error) throw error;
    if (!actor) throw new Problem('unauthenticated');
    return actor;
  }
}

function assertOneCredential(request: FastifyRequest): void {
  if (request.headers.authorization && accessCookieOf(request)) throw new Problem('ambiguous_credentials');
}

/** The header names the center; the paths of a center itself name it too, and must then agree. */
function wantedCenter(request: FastifyRequest, operation: Operation): string | undefined {
  const header = request.headers['x-center-id'];
  const { id } = request.params as { id?: string };
  const inPath = operation.path.startsWith('/centers/:id') && z.uuid().safeParse(id).success ? id : undefined;
  if (header !== undefined && !z.uuid().safeParse(header).success)
    throw new Problem('not_found', { detail: 'There is no such center' });
  if (header !== undefined && inPath !== undefined && header !== inPath)
    throw new Problem('not_found', { detail: 'There is no such center' });
  return (header as string | undefined) ?? inPath;
}

function assertAllowed(operation: Operation, actor: Actor | undefined): void {
  if (!actor) throw new Problem('unauthenticated');
  if (operation.scope === 'center' && !actor.center) throw new Problem('center_required');
  if (operation.scope === 'organization' && !actor.isSuperAdmin) throw new Problem('forbidden');
  if (operation.permission === 'signed-in' || operation.permission === 'public') return;
  if (!actor.center && !actor.isSuperAdmin) throw new Problem('center_required');
  if (!may(actor, operation.permission)) throw new Problem('forbidden');
}

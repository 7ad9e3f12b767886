import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common';
import type { Operation } from '@cartwheel/contracts';
import type { FastifyRequest } from 'fastify';

const OPERATION = Symbol('operation');
const methods = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** The method answers this operation: route, permission, validation, serialization and documentation come from it. */
export function Handles(operation: Operation) {
  const paths = [operation.path, ...(operation.aliases ?? [])];
  return applyDecorators(
    methods[operation.method](paths),
    HttpCode(operation.status),
    SetMetadata(OPERATION, operation),
  );
}

export function operationOf(handler: object): Operation | undefined {
  return Reflect.getMetadata(OPERATION, handler) as Operation | undefined;
}

const fromRequest = (read: (request: FastifyRequest) => unknown) =>
  createParamDecorator((_: unknown, context: ExecutionContext) =>
    read(context.switchToHttp().getRequest<FastifyRequest>()),
  );

/** What the request said, checked: `{ params, query, body }`. */
export const Input = fromRequest((request) => request.input);

/** Who asks. */
export const CurrentActor = fromRequest((request) => request.actor);

/** The version the caller has seen (`If-Match`), or undefined. */
export const SeenVersion = fromRequest((request) => request.seenVersion);

import { Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { ExecutionContext } from '@nestjs/common';
import type { Operation } from '@cartwheel/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.ts';
import { Problem } from '../problems/problem.ts';
import { shape } from './answer.ts';
import { operationOf } from './handles.ts';

type Asking = Required<Pick<FastifyRequest, 'input'>> & { actor: Actor };
type Handler = (...given: unknown[]) => unknown;
type Parameter = { index: number; factory: (data: unknown, context: ExecutionContext) => unknown };

/** Asks an operation from inside another, in the same unit of work: same permission, same rows, same fields. */
@Injectable()
export class Handlers {
  private readonly scanner = new MetadataScanner();
  private known: Map<string, (asking: Asking) => unknown> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  /** The answer as this actor may see it; the input is what the operation's own schemas have read. */
  async ask(operation: Operation, actor: Actor, input: { params: unknown; query: unknown }): Promise<unknown> {
    if (!mayAsk(operation, actor)) throw new Problem('forbidden');
    this.known ??= new Map(this.discovery.getControllers().flatMap(({ instance }) => this.handlersOf(instance)));
    const handle = this.known.get(operation.id);
    if (!handle) throw new Error(`Nothing handles ${operation.id}`);
    return shape(operation.answer, await handle({ actor, input: { ...input, body: undefined } }), actor.permissions);
  }

  private handlersOf(controller: object): [string, (asking: Asking) => unknown][] {
    const methods = Object.getPrototypeOf(controller) as Record<string, Handler>;
    return this.scanner.getAllMethodNames(methods).flatMap((name) => {
      const method = methods[name];
      const operation = method && operationOf(method);
      if (!operation) return [];
      const declared = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller.constructor, name) as object | undefined;
      const parameters = Object.values(declared ?? {}) as Parameter[];
      return [[operation.id, (asking) => method.apply(controller, argumentsOf(parameters, asking))]];
    });
  }
}

const mayAsk = ({ permission }: Operation, { permissions }: Actor) =>
  permission === 'public' || permission === 'signed-in' || permissions.has(permission);

function argumentsOf(parameters: Parameter[], asking: Asking): unknown[] {
  const context = new ExecutionContextHost([asking]);
  const given: unknown[] = [];
  for (const { index, factory } of parameters) given[index] = factory(undefined, context);
  return given;
}

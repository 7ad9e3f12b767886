import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { operationOf } from './handles.ts';

const PATH = 'path';

/** Refuses to start when a route has no contract, and with that no permission. */
export function assertEveryRouteIsDeclared(app: INestApplicationContext): void {
  const open = routesOf(app).filter(({ operation }) => !operation);
  if (open.length > 0) throw new Error(`Routes without an operation: ${open.map(({ name }) => name).join(', ')}`);
}

export function routesOf(app: INestApplicationContext) {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(PATH, prototype[method] ?? {}))
        .map((method) => ({ name: `${String(name)}.${method}`, operation: operationOf(prototype[method] ?? {}) }));
    });
}

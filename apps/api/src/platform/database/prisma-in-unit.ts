import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

type Client = () => pg.PoolClient;

/**
 * Looks like a pool to Prisma and has one connection: that of the open unit of work. Without a unit it throws, so
 * no query of Prisma's can leave the transaction and the center it belongs to.
 */
class UnitPool extends pg.Pool {
  constructor(private readonly clientOfUnit: Client) {
    super({ max: 1 });
  }

  override query(...query: unknown[]): never {
    const client = this.clientOfUnit() as unknown as { query: (...query: unknown[]) => never };
    return client.query(...query);
  }

  override connect(): never {
    throw new Error('Prisma would open a second transaction here. Write the rows one after the other.');
  }
}

/** Prisma batches `findUnique` calls of one tick, across requests: two centers' reads would share one connection. */
function refuseBatching(): never {
  throw new Error('Use findFirst: findUnique is batched across units of work.');
}

export class PrismaInUnit {
  private readonly pool: UnitPool;
  private readonly prisma: PrismaClient;
  readonly client;

  constructor(clientOfUnit: Client) {
    this.pool = new UnitPool(clientOfUnit);
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
    this.client = this.prisma.$extends({
      query: { $allModels: { findUnique: refuseBatching, findUniqueOrThrow: refuseBatching } },
    });
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}

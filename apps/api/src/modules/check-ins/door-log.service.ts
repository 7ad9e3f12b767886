import { Injectable } from '@nestjs/common';
import type { InputOf, listCheckIns } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { trainerIdOf } from '../students/index.ts';
import { DoorLogRepository } from './door-log.repository.ts';

@Injectable()
export class DoorLogService {
  constructor(private readonly log: DoorLogRepository) {}

  async list(actor: Actor, query: InputOf<typeof listCheckIns>['query']) {
    const rows = await this.log.list(query, trainerIdOf(actor));
    return pageOf(rows, query.limit, (row) => [row.occurredAt, row.id]);
  }

  async occupancy(actor: Actor) {
    const inside = await this.log.inside(trainerIdOf(actor));
    return { count: inside.items.length, ...inside };
  }

  closeDaysBefore(date: string): Promise<void> {
    return this.log.closeDaysBefore(date);
  }
}

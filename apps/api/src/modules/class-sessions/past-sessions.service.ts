import { Injectable } from '@nestjs/common';
import { type BatchDay, PastSessionsRepository } from './past-sessions.repository.ts';

@Injectable()
export class PastSessionsService {
  constructor(private readonly sessions: PastSessionsRepository) {}

  /** The class of each batch on each day, by `keyOf`; with `create`, one that is not there is written down as completed. */
  async find(days: readonly BatchDay[], { create }: { create: boolean }): Promise<Map<string, string>> {
    const found = await this.of(days);
    const missing = days.filter((day) => !found.has(PastSessionsService.keyOf(day)));
    if (!create || missing.length === 0) return found;
    await this.sessions.add(missing);
    return this.of(days);
  }

  static keyOf({ batchId, date }: BatchDay): string {
    return `${batchId}/${date}`;
  }

  private async of(days: readonly BatchDay[]): Promise<Map<string, string>> {
    const sessions = await this.sessions.of(days);
    return new Map(sessions.map((session) => [PastSessionsService.keyOf(session), session.id]));
  }
}

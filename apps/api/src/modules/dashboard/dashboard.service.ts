import { Injectable } from '@nestjs/common';
import type { ClassSession, Dashboard } from '@cartwheel/contracts';
import { addDays, todayIn } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { ClassSessionsService } from '../class-sessions/index.ts';
import { IntroVisitsService } from '../intro-visits/index.ts';
import { SHOWN } from './dashboard.rules.ts';
import { DeskService } from './desk.service.ts';

const ALL = 200;

/** Today at one center, for the person who asks. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly sessions: ClassSessionsService,
    private readonly intros: IntroVisitsService,
    private readonly desk: DeskService,
    private readonly clock: Clock,
  ) {}

  async today(actor: Actor): Promise<Dashboard> {
    const date = todayIn(actor.center!.timezone, this.clock.now());
    const sessions = (await this.sessions.list(actor, { date, limit: ALL })).items;
    const visits = (await this.intros.list(actor, { date, limit: ALL })).items.filter(
      ({ status }) => status !== 'CANCELLED',
    );
    return {
      date,
      sessions,
      nextSession: (await this.next(actor, date, sessions)) ?? null,
      trialsToday: { count: visits.length, items: visits.slice(0, SHOWN) },
      ...(await this.desk.partsOf(actor)),
    };
  }

  private async next(actor: Actor, today: string, sessions: ClassSession[]): Promise<ClassSession | undefined> {
    const now = this.clock.now().toISOString();
    const later = sessions.find(({ startsAt, status }) => status === 'PUBLISHED' && startsAt > now);
    if (later) return later;
    const { items } = await this.sessions.list(actor, { from: addDays(today, 1), status: 'PUBLISHED', limit: 1 });
    return items[0];
  }
}

import { Injectable } from '@nestjs/common';
import type * as contract from '@cartwheel/contracts';
import type { CenterSettings, ClassSession, InputOf } from '@cartwheel/contracts';
import { todayIn } from '@cartwheel/domain/calendar';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { SettingsService, withDefaults } from '../centers/index.ts';
import { ClassSessionsRepository, type SessionRow } from './class-sessions.repository.ts';
import { markingRefusal, type MarkingTime } from './marking.rules.ts';

export interface SessionFound {
  session: ClassSession;
  assigned: boolean;
  settings: CenterSettings;
  time: MarkingTime;
}

interface HowToFind {
  /** Nobody changes or cancels it until the end of the request. */
  keep?: boolean;
  /** The caller decides whether a trainer of other classes may. */
  ofOthers?: boolean;
}

@Injectable()
export class ClassSessionsService {
  constructor(
    private readonly sessions: ClassSessionsRepository,
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  /** Trainers see their own. */
  async list(actor: Actor, query: InputOf<typeof contract.listClassSessions>['query']) {
    const own = query.mine === true || actor.role === 'TRAINER';
    const rows = await this.sessions.list(actor.userId, { ...query, mine: own });
    const time = this.timeOf(actor, await this.settings.current());
    const page = pageOf(rows, query.limit, (row) => [row.startsAt, row.id]);
    return { ...page, items: page.items.map((row) => shown(actor, row, time)) };
  }

  async get(actor: Actor, id: string): Promise<ClassSession> {
    return (await this.find(actor, id)).session;
  }

  /** Throws not_found, or forbidden for a trainer of other classes. */
  async find(actor: Actor, id: string, { keep = false, ofOthers = false }: HowToFind = {}): Promise<SessionFound> {
    const { settings: own, ...row } = found(await this.sessions.find(actor.userId, id, keep), 'session');
    if (actor.role === 'TRAINER' && !row.assigned && !ofOthers) {
      throw new Problem('forbidden', { detail: 'This is the session of another trainer' });
    }
    const settings = withDefaults(own ?? {});
    const time = this.timeOf(actor, settings);
    return { session: shown(actor, row, time), assigned: row.assigned, settings, time };
  }

  /** Throws reference_not_found for who does not work here. */
  async assertColleagues(userIds: readonly string[], path: string): Promise<void> {
    if (userIds.length === 0) return;
    const here = await this.sessions.colleagues(userIds);
    if (userIds.every((id) => here.has(id))) return;
    throw new Problem('reference_not_found', {
      detail: 'There is no such trainer here',
      errors: [{ path, message: 'Not one of the staff of this center', code: 'reference_not_found' }],
    });
  }

  private timeOf(actor: Actor, settings: CenterSettings): MarkingTime {
    const now = this.clock.now();
    const { trainerCorrectionHours } = settings.attendance;
    return { now, today: todayIn(actor.center!.timezone, now), trainerCorrectionHours };
  }
}

function shown(actor: Actor, row: SessionRow, time: MarkingTime): ClassSession {
  return { ...row, mayMark: may(actor, 'attendance:mark') && !markingRefusal(actor, row, time) };
}

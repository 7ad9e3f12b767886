import { Injectable } from '@nestjs/common';
import type { Roster, Warning } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { ClassSessionsService, type SessionFound } from '../class-sessions/index.ts';
import { StudentWarningsService, visibleWarnings } from '../students/index.ts';
import { AttendanceRepository, type RosterSource } from './attendance.repository.ts';
import { blockerOf, warningsFor, withoutSecrets } from './attendance.rules.ts';

export interface RosterEntry extends RosterSource {
  /** Those the actor may see. */
  warnings: Warning[];
  blocker: Warning['code'] | undefined;
}

@Injectable()
export class RosterService {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly sessions: ClassSessionsService,
    private readonly warnings: StudentWarningsService,
  ) {}

  async get(actor: Actor, sessionId: string): Promise<Roster> {
    const found = await this.sessions.find(actor, sessionId);
    const entries = await this.entries(actor, found, []);
    const rows = entries.map(({ blocker, ...row }) => ({ ...row, blocked: blocker !== undefined }));
    return { session: found.session, rows };
  }

  /** The roster, and those who are named besides; who is not known here is not in it. */
  async entries(actor: Actor, { session, settings }: SessionFound, named: readonly string[]): Promise<RosterEntry[]> {
    const sources = await this.attendance.roster(session.id, named);
    const all = await this.warnings.of(sources.map(({ studentId }) => studentId));
    return sources.map((source) => {
      const warnings = warningsFor(source, all.get(source.studentId) ?? []);
      const blocker = blockerOf(source, warnings, settings.attendance.onInactive);
      return { ...source, ...withoutSecrets(visibleWarnings(actor, warnings), blocker) };
    });
  }
}

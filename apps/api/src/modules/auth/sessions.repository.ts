import { Injectable } from '@nestjs/common';
import { Identity } from '../../platform/auth/identity.ts';
import { sql } from '../../platform/database/sql.ts';

export interface NewSession {
  userId: string;
  refreshHash: string;
  now: Date;
  idleExpiresAt: Date;
  absoluteExpiresAt: Date;
  userAgent: string | null;
  ip: string | null;
}

export interface RefreshRow {
  hash: string;
  session_id: string;
  user_id: string;
  parent_hash: string | null;
  used_at: string | null;
  /** The successor has been used too: the token is older than the last but one. */
  successor_used: boolean;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly identity: Identity) {}

  async start(session: NewSession): Promise<string> {
    return this.identity.together(async (run) => {
      const [row] = await run<{ id: string }>(sql`
        insert into login_sessions (user_id, created_at, last_seen_at, idle_expires_at, absolute_expires_at, user_agent, ip)
        values (${session.userId}, ${session.now}, ${session.now}, ${session.idleExpiresAt}, ${session.absoluteExpiresAt}, ${session.userAgent}, ${session.ip})
        returning id`);
      await run(
        sql`insert into refresh_tokens (hash, session_id, issued_at, expires_at) values (${session.refreshHash}, ${row!.id}, ${session.now}, ${session.absoluteExpiresAt})`,
      );
      await run(sql`update users set last_seen_at = ${session.now} where id = ${session.userId}`);
      return row!.id;
    });
  }

  /** Exactly one caller uses a token up and installs its successor, while the session is alive. */
  async rotate(
    hash: string,
    successorHash: string,
    now: Date,
    idleExpiresAt: Date,
  ): Promise<{ session_id: string; user_id: string } | undefined> {
    return this.identity.together(async (run) => {
      const [used] = await run<{ session_id: string; user_id: string; absolute_expires_at: string }>(sql`
        update refresh_tokens t set used_at = ${now} from login_sessions s join users u on u.id = s.user_id
        where t.hash = ${hash} and t.used_at is null and t.expires_at > ${now} and s.id = t.session_id and s.revoked_at is null
          and s.idle_expires_at > ${now} and s.absolute_expires_at > ${now} and u.status = 'ACTIVE'
        returning t.session_id, s.user_id, s.absolute_expires_at`);
      if (!used) return undefined;
      await run(sql`insert into refresh_tokens (hash, session_id, parent_hash, issued_at, expires_at)
        values (${successorHash}, ${used.session_id}, ${hash}, ${now}, ${used.absolute_expires_at})`);
      await run(
        sql`update login_sessions set last_seen_at = ${now}, idle_expires_at = least(${idleExpiresAt}, absolute_expires_at) where id = ${used.session_id}`,
      );
      await run(sql`update users set last_seen_at = ${now} where id = ${used.user_id}`);
      return used;
    });
  }

  find(hash: string): Promise<RefreshRow | undefined> {
    return this.identity.first<RefreshRow>(sql`
      select t.hash, t.session_id, s.user_id, t.parent_hash, t.used_at,
        exists (select from refresh_tokens next where next.parent_hash = t.hash and next.used_at is not null) as successor_used
      from refresh_tokens t join login_sessions s on s.id = t.session_id
      where t.hash = ${hash} and s.revoked_at is null`);
  }

  async revoke(sessionId: string, reason: string, now: Date): Promise<void> {
    await this.identity.rows(
      sql`update login_sessions set revoked_at = ${now}, revoke_reason = ${reason} where id = ${sessionId} and revoked_at is null`,
    );
  }

  async revokeAll(userId: string, reason: string, now: Date): Promise<void> {
    await this.identity.rows(
      sql`update login_sessions set revoked_at = ${now}, revoke_reason = ${reason} where user_id = ${userId} and revoked_at is null`,
    );
  }
}

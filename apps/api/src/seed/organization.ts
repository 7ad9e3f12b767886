import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Passwords } from '../modules/auth/index.ts';
import { Identity } from '../platform/auth/identity.ts';
import { sql } from '../platform/database/sql.ts';
import { type CenterScript, type OrganizationScript, PASSWORD } from './script.ts';
import { type Player, Stage } from './stage.ts';

export interface OpenCenter {
  id: string;
  stage: Stage;
  script: CenterScript;
  admin: Player;
  desk: Player;
  first: Player;
  second: Player;
}

export interface OpenOrganization {
  script: OrganizationScript;
  stage: Stage;
  /** Without a center. */
  owner: Player;
  centers: OpenCenter[];
  /** Gives everybody the address they sign in with. */
  publish: () => Promise<void>;
}

/** An organization with its centers and people. What comes after happens through the API. */
export async function raiseCurtain(app: NestFastifyApplication, script: OrganizationScript): Promise<OpenOrganization> {
  const identity = app.get(Identity);
  const passwordHash = await app.get(Passwords).hash(PASSWORD);
  const addresses: { id: string; email: string }[] = [];
  const one = async (query: Parameters<Identity['first']>[0]) => (await identity.first<{ id: string }>(query))!.id;
  const organizationId = await one(sql`insert into organizations (name) values (${script.name}) returning id`);

  const person = async (name: string, email: string, isOwner = false) => {
    const unfinished = `${randomUUID()}@unfinished.example`;
    const id =
      await one(sql`insert into users (organization_id, name, email, email_norm, status, is_super_admin, password_hash)
      values (${organizationId}, ${name}, ${unfinished}, ${unfinished}, 'ACTIVE', ${isOwner}, ${passwordHash}) returning id`);
    addresses.push({ id, email });
    return id;
  };
  const ownStage = new Stage(app);
  const ownerId = await person(script.owner, `hq@${script.domain}`, true);
  const owner = await ownStage.player(ownerId, script.owner);

  const centers: OpenCenter[] = [];
  for (const center of script.centers) {
    const stage = new Stage(app);
    const id =
      await one(sql`insert into centers (organization_id, name, slug, city, address, timezone, currency, country, locale)
      values (${organizationId}, ${center.name}, ${center.slug}, ${center.city}, ${center.address}, ${script.timezone}, ${script.currency}, ${script.country}, ${script.locale}) returning id`);
    const join = async (name: string, address: string, role: string) => {
      const userId = await person(name, `${address}@${center.slug}.${script.domain}`);
      await identity.rows(sql`insert into assignments (center_id, user_id, role) values (${id}, ${userId}, ${role})`);
      return stage.player(userId, name, id);
    };
    const { staff } = center;
    centers.push({
      id,
      stage,
      script: center,
      admin: await join(staff.admin, 'admin', 'CENTER_ADMIN'),
      desk: await join(staff.desk, 'desk', 'COUNSELOR'),
      first: await join(staff.first, 'trainer', 'TRAINER'),
      second: await join(staff.second, 'trainer2', 'TRAINER'),
    });
  }
  const publish = async () => {
    for (const { id, email } of addresses)
      await identity.rows(sql`update users set email = ${email}, email_norm = ${email} where id = ${id}`);
  };
  return { script, stage: ownStage, owner, centers, publish };
}

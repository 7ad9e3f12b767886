import type { Cast, Person } from './cast.ts';
import { addChild, asCenter, enroll, openBatch } from './cast-classes.ts';
import type { TestApi } from './harness.ts';

/** A Saturday at noon in Koramangala. */
export const NOW = new Date('2026-11-21T06:30:00Z');
export const PERIOD = { periodStart: '2026-10-23', periodEnd: '2026-11-21' };

/** A batch that learns three skills, with its trainer, and one child in it. */
export async function cardCenter(api: TestApi, options: { timezone?: string } = {}) {
  api.setNow(NOW);
  const center = await api.newCenter(options);
  const admin = await center.staff('CENTER_ADMIN', 'Meera');
  const trainer = await center.staff('TRAINER', 'Asha Nair');
  const batch = await openBatch(admin, { name: 'Pre-K Gym', capacity: 40, trainerUserIds: [trainer.id] });
  const skills = await teach(center, batch.id, ['Forward roll', 'Handstand', 'Bridge']);
  const child = await memberOf(center, admin, { firstName: 'Aarav', batchId: batch.id });
  return { center, admin, trainer, batchId: batch.id, skills, child };
}

/** Gives the batch a curriculum of these skills, all on the floor. */
export async function teach(center: Cast, batchId: string, names: string[]): Promise<string[]> {
  return asCenter(center, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into curricula (center_id, name) values ($1, 'Gymnastics ' || $2) returning id`,
      [center.id, batchId.slice(-6)],
    );
    const curriculum = rows[0]!.id;
    await client.query('update batches set curriculum_id = $1 where id = $2', [curriculum, batchId]);
    const skills = await client.query<{ id: string }>(
      `insert into skills (center_id, curriculum_id, name, category, position)
       select $1, $2, name, 'Floor', position from unnest($3::text[]) with ordinality as t (name, position) returning id`,
      [center.id, curriculum, names],
    );
    return skills.rows.map(({ id }) => id);
  });
}

export async function memberOf(
  center: Cast,
  admin: Person,
  { firstName, batchId }: { firstName: string; batchId: string },
): Promise<string> {
  const id = await addChild(admin, firstName);
  await enroll(center, id, { batchId, from: '2026-09-01', to: '2026-12-31' });
  return id;
}

/** Past the API: what was given on another day. */
export async function assess(
  center: Cast,
  studentId: string,
  skillId: string,
  [level, at]: [level: string, at: string],
): Promise<void> {
  await asCenter(center, (client) =>
    client.query(`insert into skill_assessments (student_id, skill_id, level, assessed_at) values ($1, $2, $3, $4)`, [
      studentId,
      skillId,
      level,
      at,
    ]),
  );
}

/** A session on a day, with a mark. */
export async function marked(center: Cast, studentId: string, date: string, status: string): Promise<void> {
  const [session] = await center.rows<{ id: string }>(
    `insert into class_sessions (center_id, name, date, start_time, end_time, starts_at, ends_at, capacity, status)
     values ($1, 'Open gym', $2::date, '10:00', '11:00', ($2::date + time '10:00') at time zone $3, ($2::date + time '11:00') at time zone $3, 12, 'COMPLETED') returning id`,
    [center.id, date, center.timezone],
  );
  await center.rows(
    `insert into attendance_marks (center_id, session_id, student_id, status) values ($1, $2, $3, $4)`,
    [center.id, session!.id, studentId, status],
  );
}

export async function generated(person: Person, studentId: string, more: object = {}) {
  const answer = await person.post('/report-cards/generate').send({ studentId, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.card as { id: string; version: number; state: string };
}

/** The stored bytes. */
export async function storedBody(center: Cast, id: string): Promise<string> {
  const [row] = await center.rows<{ body: string }>(
    'select body from report_card_snapshots where report_card_id = $1',
    [id],
  );
  return row!.body;
}

/** As somebody with every right over the database, and no scruples. */
export async function tamper(center: Cast, statement: string, values: unknown[]): Promise<void> {
  const client = await center.admin.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = replica`);
    await client.query(statement, values);
    await client.query('commit');
  } finally {
    client.release();
  }
}

export async function pdfOf(person: Person, id: string): Promise<Buffer> {
  const answer = await person.get(`/report-cards/${id}/pdf`).buffer(true).parse(asBuffer).expect(200);
  return answer.body;
}

function asBuffer(response: unknown, done: (error: Error | null, body: Buffer) => void) {
  const stream = response as NodeJS.ReadableStream; // superagent's types do not say that it is one
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}

import { startApi } from '../../../test/harness.ts';
import { Database } from './database.ts';
import { sql } from './sql.ts';

const api = startApi();
const inCenter = <T>(center: { organizationId: string; id: string }, work: () => Promise<T>) =>
  api.app
    .get(Database)
    .inUnit(
      { organizationId: center.organizationId, centerId: center.id, userId: null, role: 'SYSTEM', requestId: 'test' },
      work,
    );

describe('a unit of work', () => {
  it('lets Prisma and SQL see the same transaction, and only its own center', async () => {
    const [ours, theirs] = [await api.newCenter(), await api.newCenter()];
    const db = api.app.get(Database);
    await inCenter(theirs, () =>
      db.tx.student.create({ data: { firstName: 'Ben', searchName: 'ben', interests: [] } }),
    );

    await inCenter(ours, async () => {
      await db.tx.student.create({ data: { firstName: 'Asha', searchName: 'asha', interests: [] } });
      expect(await db.rows(sql`select first_name from students`)).toEqual([{ first_name: 'Asha' }]);
      expect(await db.tx.student.findFirst({ where: { firstName: 'Ben' } })).toBeNull();
    });
  });

  it('leaves nothing behind when the work throws', async () => {
    const center = await api.newCenter();
    const db = api.app.get(Database);
    const work = inCenter(center, async () => {
      await db.run(sql`insert into students (first_name, search_name) values ('Asha', 'asha')`);
      throw new Error('no');
    });

    await expect(work).rejects.toThrow('no');
    expect(await center.rows('select id from students where center_id = $1', [center.id])).toEqual([]);
  });

  it('cannot be left by a query', async () => {
    const db = api.app.get(Database);

    await expect(db.rows(sql`select 1`)).rejects.toThrow('No unit of work is open');
    await expect(Promise.resolve().then(() => db.tx.student.findFirst({}))).rejects.toThrow('No unit of work is open');
  });

  it('refuses the query that Prisma would batch across requests', async () => {
    const center = await api.newCenter();
    const db = api.app.get(Database);

    await expect(
      inCenter(center, () => db.tx.organization.findUnique({ where: { id: center.organizationId } })),
    ).rejects.toThrow('findFirst');
  });

  it('keeps fifty requests of two centers apart', async () => {
    const centers = [await api.newCenter(), await api.newCenter()];
    const db = api.app.get(Database);
    const seen = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const center = centers[n % 2]!;
        return inCenter(center, async () => {
          await db.tx.student.create({ data: { firstName: `Child ${n}`, searchName: 'child', interests: [] } });
          return (await db.tx.student.findMany({ select: { centerId: true } })).every(
            (row) => row.centerId === center.id,
          );
        });
      }),
    );

    expect(seen.every(Boolean)).toBe(true);
  });
});

import type supertest from 'supertest';
import type { Person } from './cast.ts';
import { idsOf } from './foreign-ids.ts';
import type { TestApi } from './harness.ts';
import { fillEveryTable, teachEverything } from './one-of-everything.ts';

type Parser = Parameters<supertest.Test['parse']>[0];

const bytes: Parser = (response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};

/** A file as the bytes that came. */
export const asBytes = (request: supertest.Test) => request.buffer(true).parse(bytes);

export const fileOf = (person: Person, file: string, query: Record<string, string> = {}) =>
  asBytes(person.get(`/exports/${file}`).query(query));

/** A center with one of everything, its sister and a stranger with as much, and the ids of each. */
export async function aTeachingCenter(api: TestApi) {
  const center = await api.newCenter();
  const [sister, stranger] = [await center.sister(), await api.newCenter()];
  for (const each of [center, sister, stranger]) await fillEveryTable(each);
  const trainer = await center.staff('TRAINER');
  await teachEverything(center, trainer);
  return {
    center,
    admin: await center.staff('CENTER_ADMIN'),
    desk: await center.staff('COUNSELOR'),
    trainer,
    own: await idsOf(center),
    sister: await idsOf(sister),
    stranger: await idsOf(stranger),
  };
}

import { addChild } from '../../../test/cast-classes.ts';
import { aDoor, type Door, eventsOf, passOf, scan } from '../../../test/cast-check-ins.ts';
import { startApi } from '../../../test/harness.ts';
import { PassCodes } from './pass-codes.ts';

const api = startApi();
const at = '15:50';
const path = (door: Door) => `/students/${door.asha}/pass`;

describe('a pass', () => {
  it('is a picture to show and a page to print, and nothing in it is about a person', async () => {
    const door = await aDoor(api);
    const desk = await door.at(at);
    const drawing = await desk.get(path(door));
    expect(drawing.headers['content-type']).toContain('image/svg+xml');
    expect(drawing.body.toString()).toMatch(/^<svg [^]*<\/svg>\s*$/);
    const image = await desk.get(`${path(door)}?format=png`);
    expect(image.headers['content-type']).toBe('image/png');
    expect(image.body.subarray(1, 4).toString()).toBe('PNG');
    const page = await desk.get(`${path(door)}?format=pdf`);
    expect(page.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(door.pass).toMatch(/^CW[0-9A-F]{64}$/);
    expect((await desk.get(`${path(door)}?format=gif`)).status).toBe(400);
  });

  it('is printed for a whole batch, eight on a page', async () => {
    const door = await aDoor(api);
    const page = await (await door.at(at)).get(`/batches/${door.batchId}/passes`);
    expect(page.headers['content-type']).toBe('application/pdf');
    expect(page.body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is kept from trainers, who may scan it', async () => {
    const door = await aDoor(api);
    const trainer = await door.at(at, 'TRAINER');
    for (const asked of [path(door), `/batches/${door.batchId}/passes`])
      expect((await trainer.get(asked)).status).toBe(403);
    expect((await trainer.post(`${path(door)}/reissue`)).status).toBe(403);
  });

  it('of everybody is another', async () => {
    const door = await aDoor(api);
    const admin = await door.at(at, 'CENTER_ADMIN');
    const noor = await addChild(admin, 'Noor');
    expect(await passOf(api, door.center, noor)).not.toBe(door.pass);
  });

  it('of somebody who is archived opens nothing, and a restored student gets a new one', async () => {
    const door = await aDoor(api);
    const admin = await door.at(at, 'CENTER_ADMIN');
    const noor = await addChild(admin, 'Noor');
    const old = await passOf(api, door.center, noor);
    await admin.post(`/students/${noor}/archive`);
    expect((await admin.get(`/students/${noor}/pass`)).status).toBe(404);
    const refused = await scan(admin, { code: old });
    expect([refused.status, refused.body.code]).toEqual([410, 'pass_replaced']);
    expect((await scan(admin, { studentId: noor })).status).toBe(422);
    await admin.post(`/students/${noor}/restore`);
    expect((await scan(admin, { code: old })).body.code).toBe('pass_replaced');
    expect((await scan(admin, { code: await passOf(api, door.center, noor) })).status).toBe(200);
  });
});

describe('a new pass', () => {
  it('kills the old one, which names nobody any more', async () => {
    const door = await aDoor(api);
    const desk = await door.at(at);
    const issued = await desk.post(`${path(door)}/reissue`);
    expect([issued.status, Object.keys(issued.body)]).toEqual([200, ['issuedAt']]);
    const old = await scan(desk, { code: door.pass });
    expect([old.status, old.body.code, old.text.includes('Asha')]).toEqual([410, 'pass_replaced', false]);
    expect((await eventsOf(door.center)).at(-1)).toMatchObject({ outcome: 'REFUSED', reason: 'pass_replaced' });
    const fresh = await scan(desk, { code: await passOf(api, door.center, door.asha) });
    expect(fresh.body).toMatchObject({ student: { id: door.asha }, mark: 'PRESENT' });
    const story = await desk.get(`/students/${door.asha}/timeline`);
    expect(story.body.items.map(({ kind }: { kind: string }) => kind)).toContain('pass.reissued');
  });

  it('is one, however many ask at once', async () => {
    const door = await aDoor(api);
    const desk = await door.at(at);
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.post(`${path(door)}/reissue`)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const live = await door.center.rows('select from student_passes where student_id = $1 and revoked_at is null', [
      door.asha,
    ]);
    expect(live).toHaveLength(1);
  });
});

describe('what is no pass of this center', () => {
  const refusedAs = async (door: Door, code: string) => {
    const answer = await scan(await door.at(at), { code });
    return [answer.status, answer.body.code, answer.text.includes('Asha')];
  };
  const unknown = [422, 'pass_unknown', false];

  it('is unknown: forged, altered, half, or anything else', async () => {
    const door = await aDoor(api);
    const turned = (index: number) => {
      const sign = door.pass[index] === '0' ? '1' : '0';
      return door.pass.slice(0, index) + sign + door.pass.slice(index + 1);
    };
    for (const code of [
      turned(5),
      turned(60),
      door.pass.slice(0, 34),
      `CW${'0'.repeat(64)}`,
      'https://example.com',
      door.asha,
    ]) {
      expect(await refusedAs(door, code)).toEqual(unknown);
    }
    expect((await eventsOf(door.center)).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 6 }, () => 'pass_unknown'),
    );
  });

  it("is unknown when it is a sister center's, or one of another organization", async () => {
    const door = await aDoor(api);
    const other = await aDoor(api);
    const sister = await door.center.sister();
    const admin = await door.at(at, 'CENTER_ADMIN');
    await sister.assign(admin.id, 'CENTER_ADMIN');
    const noor = await addChild(await sister.signIn(admin.id, 'admin', sister.id), 'Noor');
    expect(await refusedAs(door, await passOf(api, sister, noor))).toEqual(unknown);
    expect(await refusedAs(door, other.pass)).toEqual(unknown);
  });

  it('is not even looked for, when the signature is of another center', async () => {
    const door = await aDoor(api);
    const codes = api.app.get(PassCodes, { strict: false });
    const printed = codes.print(door.center.id, 'A1'.repeat(16));
    expect(codes.read(door.center.id, printed)).toBe('A1'.repeat(16));
    expect(codes.read((await door.center.sister()).id, printed)).toBeUndefined();
  });

  it('holds nobody up for long who tries codes', async () => {
    const door = await aDoor(api);
    const desk = await door.at(at);
    const statuses: number[] = [];
    for (let count = 0; count < 22; count++) statuses.push((await scan(desk, { code: 'nothing at all' })).status);
    expect([statuses.slice(0, 20), statuses.slice(20)]).toEqual([Array.from({ length: 20 }, () => 422), [429, 429]]);
    expect((await scan(desk, { code: door.pass })).status).toBe(200);
  });
});

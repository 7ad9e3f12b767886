import { assess, cardCenter, generated } from '../../../test/cast-report-cards.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const ask = (code: string, address = '203.0.113.7') =>
  api
    .anybody()
    .get(`/api/v1/verify/${encodeURIComponent(code)}`)
    .set('x-forwarded-for', address);

describe('the public check of a card', () => {
  it('says whether it counts, and nobody’s name', async () => {
    const { center, trainer, child, skills } = await cardCenter(api);
    await assess(center, child, skills[0]!, ['ACHIEVED', '2026-11-10T10:00:00Z']);
    const { id } = await generated(trainer, child);
    const { code, snapshot } = (await trainer.get(`/report-cards/${id}`)).body;
    const valid = await ask(code).expect(200);
    await generated(trainer, child);
    const old = await ask(code).expect(200);

    expect(snapshot.verifyUrl).toBe(`http://localhost:0/verify/${code}`);
    expect(valid.body).toEqual({
      state: 'VALID',
      card: {
        centerName: 'Sunrise Kids Gym · Koramangala',
        period: { from: '2026-10-23', to: '2026-11-21' },
        issuedOn: '2026-11-21',
        version: 1,
      },
    });
    expect(old.body.state).toBe('SUPERSEDED');
    expect(JSON.stringify([valid.body, valid.headers, old.body])).not.toMatch(/aarav|asha|roll|achieved|student/i);
  });

  it('reads a code as people type it', async () => {
    const { trainer, child } = await cardCenter(api);
    const { id } = await generated(trainer, child);
    const { code } = (await trainer.get(`/report-cards/${id}`)).body;
    const typed = code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
      .match(/.{1,4}/g)
      .join(' ');

    expect((await ask(typed).expect(200)).body.state).toBe('VALID');
  });

  it('knows nothing of codes that were never given out', async () => {
    for (const code of ['ABCD', '%', "' or 1=1 --", '0'.repeat(32)])
      expect((await ask(code).expect(200)).body).toEqual({ state: 'UNKNOWN', card: null });
  });

  it('has codes that nobody can guess', async () => {
    const { trainer, child } = await cardCenter(api);
    const codes = [];
    for (let n = 0; n < 3; n++) {
      const { id } = await generated(trainer, child);
      codes.push((await trainer.get(`/report-cards/${id}`)).body.code);
    }

    expect(new Set(codes).size).toBe(3);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/);
  });

  it('answers an address thirty times a minute', async () => {
    const statuses = [];
    for (let n = 0; n < 32; n++) statuses.push((await ask('ABCD', '198.51.100.77')).status);

    expect(statuses.at(-1)).toBe(429);
  });
});

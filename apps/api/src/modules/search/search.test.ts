import { aBatch, aLead, anEnrollment, aStudent } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function aDesk() {
  const center = await api.newCenter();
  const desk = await center.staff('COUNSELOR');
  const find = async (q: string, who = desk) => {
    const { items } = (await who.get(`/search?q=${encodeURIComponent(q)}`)).body;
    return items.map((hit: { kind: string; title: string }) => `${hit.kind} ${hit.title}`);
  };
  return { center, desk, find };
}

describe('searching people', () => {
  it('finds students, guardians and leads in one list that says where to go', async () => {
    const { center, desk } = await aDesk();
    const asha = await aStudent(desk, {
      firstName: 'Asha',
      lastName: 'Verma',
      phone: '98765 43210',
      guardian: 'Lena Verma',
    });
    await anEnrollment(center, asha.id, { batchId: await aBatch(center) });
    const lead = await aLead(desk, { firstName: 'Kabir', lastName: 'Verma' }, { source: 'Referral' });
    const { items } = (await desk.get('/search?q=verma')).body;

    expect(items).toEqual(
      expect.arrayContaining([
        {
          kind: 'STUDENT',
          id: asha.id,
          title: 'Asha Verma',
          subtitle: 'Lena Verma · Cubs',
          status: 'ACTIVE',
          pausedUntil: null,
          phone: '98765 43210',
          path: `/students/${asha.id}`,
        },
        expect.objectContaining({
          kind: 'GUARDIAN',
          title: 'Lena Verma',
          subtitle: 'Asha Verma',
          path: `/students/${asha.id}`,
        }),
        expect.objectContaining({
          kind: 'LEAD',
          id: lead.id,
          title: 'Kabir Verma',
          subtitle: 'Referral · Priya Verma',
          status: 'DISCOVERY',
          pausedUntil: null,
          path: `/leads/${lead.id}`,
        }),
      ]),
    );
  });

  it.each(['zoe', 'ZOË', 'müller', 'mull', 'uller', 'zoe mul', 'mul zo', '  zoe  '])(
    'finds Zoë Müller by “%s”',
    async (q) => {
      const { desk, find } = await aDesk();
      await aStudent(desk, { firstName: 'Zoë', lastName: 'Müller', guardian: 'Otto' });
      expect(await find(q)).toEqual(['STUDENT Zoë Müller']);
    },
  );

  it.each(['ಆರವ್', 'आरव'])('finds names in their own script: %s', async (firstName) => {
    const { desk, find } = await aDesk();
    await aStudent(desk, { firstName, guardian: 'Otto' });
    expect(await find(firstName.slice(0, 3))).toHaveLength(1);
  });

  it.each(['9876543210', '+91 98765 43210', '098765-43210', '43210', '987 654', '6543'])(
    'finds the family by its phone: %s',
    async (q) => {
      const { desk, find } = await aDesk();
      await aStudent(desk, { firstName: 'Asha', lastName: 'Verma', phone: '+91 98765 43210' });
      expect(await find(q)).toEqual(['STUDENT Asha Verma', 'GUARDIAN Priya Verma']);
    },
  );

  it('takes signs for signs, not for patterns', async () => {
    const { desk, find } = await aDesk();
    await aStudent(desk, { firstName: 'Asha' });
    expect(await find('%%')).toEqual([]);
    expect(await find('__')).toEqual([]);
    expect(await find("o'b")).toEqual([]);
  });

  it('puts names that begin with it first', async () => {
    const { desk, find } = await aDesk();
    await aStudent(desk, { firstName: 'Natasha', lastName: 'Rao', guardian: 'Otto' });
    await aStudent(desk, { firstName: 'Tashi', lastName: 'Rao', guardian: 'Otto' });
    expect(await find('tash')).toEqual(['STUDENT Tashi Rao', 'STUDENT Natasha Rao']);
  });

  it('leaves out who is archived', async () => {
    const { center, desk, find } = await aDesk();
    const { id } = await aStudent(desk, { firstName: 'Asha' });
    await (await center.staff('CENTER_ADMIN')).post(`/students/${id}/archive`);
    expect(await find('asha')).toEqual([]);
  });

  it('refuses a single letter', async () => {
    const { desk } = await aDesk();
    expect((await desk.get('/search?q=a')).status).toBe(400);
  });

  it('shows a trainer the own students without phones, no leads, and nobody by a phone', async () => {
    const { center, desk, find } = await aDesk();
    const trainer = await center.staff('TRAINER');
    const own = await aStudent(desk, { firstName: 'Asha', lastName: 'Verma', phone: '+91 98765 43210' });
    await aStudent(desk, { firstName: 'Anaya', lastName: 'Verma', phone: '+91 98765 43210' });
    await aLead(desk, { firstName: 'Kabir', lastName: 'Verma' });
    await anEnrollment(center, own.id, { batchId: await aBatch(center, trainer.id) });

    expect(await find('verma', trainer)).toEqual(['STUDENT Asha Verma', 'GUARDIAN Priya Verma']);
    const answer = await trainer.get('/search?q=verma');
    expect(JSON.stringify(answer.body)).not.toMatch(/98765|Anaya|Kabir/);
    expect(await find('98765', trainer)).toEqual([]);
  });

  it('finds nobody of another center', async () => {
    const { center, desk, find } = await aDesk();
    await aStudent(desk, { firstName: 'Asha', phone: '+91 98765 43210' });
    const stranger = await (await center.sister()).staff('CENTER_ADMIN');
    expect(await find('asha', stranger)).toEqual([]);
    expect(await find('98765', stranger)).toEqual([]);
  });
});

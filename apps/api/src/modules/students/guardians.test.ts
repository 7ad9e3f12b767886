import { anEnrollment, aPhone, aStudent } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function aDesk() {
  const center = await api.newCenter();
  return { center, desk: await center.staff('COUNSELOR', 'Tess') };
}

describe('a guardian', () => {
  it('is added, and the first stays the one who is called', async () => {
    const { desk } = await aDesk();
    const { id } = await aStudent(desk);
    const answer = await desk
      .post(`/students/${id}/guardians`)
      .send({ name: 'Rahul', phone: aPhone(), relationship: 'FATHER' });

    expect(answer.status).toBe(201);
    expect(answer.body.guardians).toMatchObject([
      { name: 'Priya Sharma', isPrimary: true },
      { name: 'Rahul', isPrimary: false, relationship: 'FATHER' },
    ]);
  });

  it('who is known by the phone is linked: the children are siblings', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const asha = await aStudent(desk, { firstName: 'Asha', phone });
    const ben = await aStudent(desk, { firstName: 'Ben', phone });

    expect(ben.guardians[0]!.id).toBe(asha.guardians[0]!.id);
    expect(ben.siblings).toEqual([{ id: asha.id, name: 'Asha Sharma' }]);
  });

  it('may share a phone with the other parent', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const { id } = await aStudent(desk, { phone });
    const answer = await desk.post(`/students/${id}/guardians`).send({ name: 'Rahul', phone });
    expect(answer.body.guardians.map((one: { name: string }) => one.name)).toEqual(['Priya Sharma', 'Rahul']);
  });

  it('is not added twice', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const { id, guardians } = await aStudent(desk, { phone });
    const answer = await desk.post(`/students/${id}/guardians`).send({ name: 'priya  sharma', phone });
    expect([answer.status, answer.body.code, answer.body.existingId]).toEqual([409, 'duplicate', guardians[0]!.id]);
  });

  it('is changed, and one of them is the one who is called', async () => {
    const { desk } = await aDesk();
    const { id } = await aStudent(desk);
    const added = await desk.post(`/students/${id}/guardians`).send({ name: 'Rahul' });
    const rahul = added.body.guardians[1].id;
    const answer = await desk
      .patch(`/students/${id}/guardians/${rahul}`)
      .send({ name: 'Rahul S', phone: '98765 43210', isPrimary: true, mayPickUp: false });

    expect(answer.body.guardians).toMatchObject([
      { id: rahul, name: 'Rahul S', phone: '98765 43210', isPrimary: true, mayPickUp: false, mayBook: true },
      { name: 'Priya Sharma', isPrimary: false },
    ]);
    const wrong = await desk.patch(`/students/${id}/guardians/${rahul}`).send({ phone: 'nobody' });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'phone']);
  });

  it('leaves, and the next one is called', async () => {
    const { desk } = await aDesk();
    const { id, guardians } = await aStudent(desk);
    await desk.post(`/students/${id}/guardians`).send({ name: 'Rahul', phone: aPhone() });
    const answer = await desk.delete(`/students/${id}/guardians/${guardians[0]!.id}`);
    expect(answer.body.guardians).toMatchObject([{ name: 'Rahul', isPrimary: true }]);
    expect((await desk.delete(`/students/${id}/guardians/${guardians[0]!.id}`)).status).toBe(404);
  });

  it('is the last one who can be reached, and stays while the child is enrolled', async () => {
    const { center, desk } = await aDesk();
    const { id, guardians } = await aStudent(desk);
    const path = `/students/${id}/guardians/${guardians[0]!.id}`;
    await anEnrollment(center, id, {});
    const answers = [await desk.delete(path), await desk.patch(path).send({ phone: null })];

    for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([422, 'guardian_contact_required']);
    expect((await desk.get(`/students/${id}`)).body.guardians).toMatchObject([{ hasContact: true }]);
  });

  it('without phone and e-mail is warned of', async () => {
    const { desk } = await aDesk();
    const { id, guardians } = await aStudent(desk);
    const answer = await desk.patch(`/students/${id}/guardians/${guardians[0]!.id}`).send({ phone: null });
    expect(answer.body.warnings).toEqual([{ code: 'MISSING_CONTACT' }]);
  });

  it('of another student is not there', async () => {
    const { desk } = await aDesk();
    const { id } = await aStudent(desk, { firstName: 'Asha' });
    const { guardians } = await aStudent(desk, { firstName: 'Ben' });
    expect((await desk.patch(`/students/${id}/guardians/${guardians[0]!.id}`).send({ name: 'X' })).status).toBe(404);
  });
});

describe('looking for duplicates before saving', () => {
  it('tells exact matches, the family, and names that look alike apart', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const asha = await aStudent(desk, { firstName: 'Asha', phone, dob: '2020-05-01' });
    const ben = await aStudent(desk, { firstName: 'Ben', phone });
    const other = await aStudent(desk, { firstName: 'Asha' });
    const { body } = await desk.get(
      `/students/duplicates?phone=${encodeURIComponent(phone)}&name=asha%20sharma&dob=2020-05-01`,
    );

    expect(body.items.map((item: { studentId: string; match: string }) => [item.studentId, item.match])).toEqual([
      [asha.id, 'EXACT'],
      [ben.id, 'PHONE'],
      [other.id, 'NAME'],
    ]);
    expect(body.items[0]).toMatchObject({ guardian: { name: 'Priya Sharma', phone }, openLeadId: null });
  });
});

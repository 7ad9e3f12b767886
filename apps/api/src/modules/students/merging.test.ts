import { aLead, anEnrollment, anIntro, aPhone, aSession, aStudent } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function twoRecords() {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN', 'Mira');
  const phone = aPhone();
  const kept = await aStudent(admin, { firstName: 'Aarav', phone }, { notes: 'Shy' });
  const lead = await aLead(admin, { firstName: 'Arav', phone, dob: '2020-05-01' });
  return { center, admin, kept, lead, mergeId: lead.studentId };
}

describe('merging two records of one child', () => {
  it('moves everything to the kept one and takes the other out of the lists', async () => {
    const { center, admin, kept, lead, mergeId } = await twoRecords();
    const session = await aSession(admin);
    const intro = await anIntro(admin, lead.id, session.id);
    const enrollmentId = await anEnrollment(center, mergeId, { visits: [3, 10], owes: 100_000 });
    await admin.post(`/students/${mergeId}/notes`).send({ text: 'Likes the beam' });
    await center.rows(
      `insert into credit_entries (center_id, lot_id, amount, kind, student_id)
       select center_id, id, -100, 'VISIT', student_id from credit_lots where enrollment_id = $1`,
      [enrollmentId],
    );
    await center.rows(
      `insert into attendance_marks (center_id, session_id, student_id, status, marked_at) values ($1, $2, $3, 'TRIAL', now())`,
      [center.id, session.id, mergeId],
    );
    await center.rows(
      `insert into payments (center_id, student_id, invoice_id, amount_minor, method, paid_at)
       select center_id, student_id, id, 40000, 'CASH', now() from invoices where enrollment_id = $1`,
      [enrollmentId],
    );

    const answer = await admin.post('/students/merge').send({ keepId: kept.id, mergeId });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: kept.id,
      dob: '2020-05-01',
      notes: 'Shy',
      status: 'ACTIVE',
      openLeadId: lead.id,
      nextSession: { id: session.id },
      balance: { amountMinor: 60_000 },
      guardians: [{ name: 'Priya Sharma', isPrimary: true }],
    });
    const tables = [
      'family_links',
      'leads',
      'intro_visits',
      'follow_ups',
      'bookings',
      'session_spots',
      'attendance_marks',
    ];
    const ledgers = ['enrollments', 'credit_lots', 'credit_entries', 'invoices', 'payments', 'timeline_entries'];
    for (const table of [...tables, ...ledgers]) {
      const rows = await center.rows(
        `select student_id from ${table} where center_id = $1 and student_id is not null`,
        [center.id],
      );
      expect([table, ...new Set(rows.map((row) => row['student_id']))]).toEqual([table, kept.id]);
    }
    expect((await admin.get(`/leads/${lead.id}`)).body.introVisits).toMatchObject([
      { id: intro.id, studentId: kept.id },
    ]);
    expect((await admin.get('/students')).body.items).toMatchObject([{ id: kept.id }]);
    const gone = await admin.get(`/students/${mergeId}`);
    expect([gone.status, gone.body.detail, gone.body.existingId]).toEqual([404, 'Merged', kept.id]);
    const [lot] = await center.rows('select remaining from credit_lots where enrollment_id = $1', [enrollmentId]);
    expect(lot).toEqual({ remaining: 200 });
  });

  it('tells about it, and the merged record does not come back', async () => {
    const { admin, kept, mergeId } = await twoRecords();
    await admin.post('/students/merge').send({ keepId: kept.id, mergeId });
    const { items } = (await admin.get(`/students/${kept.id}/timeline`)).body;
    const back = await admin.post(`/students/${mergeId}/restore`);

    expect(items[0]).toMatchObject({ kind: 'student.merged', details: { mergedId: mergeId }, by: { name: 'Mira' } });
    expect([back.status, back.body.existingId]).toEqual([409, kept.id]);
    const again = await admin.post('/students/merge').send({ keepId: kept.id, mergeId });
    expect([again.status, again.body.errors[0].path]).toEqual([400, 'mergeId']);
  });

  it('leaves one open enquiry, in which both continue', async () => {
    const { admin, kept, lead } = await twoRecords();
    const other = await aLead(admin, { firstName: 'Aarav', phone: kept.guardians[0]!.phone! });
    await anIntro(admin, lead.id, (await aSession(admin)).id);
    await admin.post('/students/merge').send({ keepId: kept.id, mergeId: lead.studentId });

    expect((await admin.get(`/leads/${other.id}`)).body).toMatchObject({ introVisits: [{ status: 'SCHEDULED' }] });
    expect((await admin.get(`/leads/${lead.id}`)).body).toMatchObject({ status: 'DEAD_LEAD', studentId: kept.id });
    await api.settle();
    expect((await admin.get(`/leads/${other.id}`)).body).toMatchObject({ introVisits: [{ status: 'SCHEDULED' }] });
  });

  it('is refused as a whole when both sit in one session', async () => {
    const { center, admin, kept, lead } = await twoRecords();
    const other = await aLead(admin, { firstName: 'Aarav', phone: kept.guardians[0]!.phone! });
    const session = await aSession(admin);
    await anIntro(admin, lead.id, session.id);
    await anIntro(admin, other.id, session.id);
    const answer = await admin.post('/students/merge').send({ keepId: kept.id, mergeId: lead.studentId });

    expect([answer.status, answer.body.code]).toEqual([409, 'already_booked']);
    expect(
      await center.rows('select from students where center_id = $1 and archived_at is null', [center.id]),
    ).toHaveLength(2);
  });

  it('is for those who may archive, and needs two students of this center', async () => {
    const { center, admin, kept, mergeId } = await twoRecords();
    const desk = await center.staff('COUNSELOR');
    const elsewhere = await aStudent(await (await center.sister()).staff('CENTER_ADMIN'));

    expect((await desk.post('/students/merge').send({ keepId: kept.id, mergeId })).status).toBe(403);
    expect((await admin.post('/students/merge').send({ keepId: kept.id, mergeId: elsewhere.id })).status).toBe(404);
    expect((await admin.post('/students/merge').send({ keepId: kept.id, mergeId: kept.id })).status).toBe(400);
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { exportShown } from '../../test/export-shown.ts';
import { ids, lead } from '../../test/enquiries.ts';
import { visit, whereTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { NewStudentScreen } from './new-student-screen.tsx';
import { StudentScreen } from './student-screen.tsx';
import { StudentsScreen } from './students-screen.tsx';

const empty = { items: [], nextCursor: null };
const kabir = {
  id: ids.student,
  firstName: 'Kabir',
  lastName: 'D’Souza',
  name: 'Kabir D’Souza',
  dob: '2021-02-03',
  ageYears: 5,
  ageIsApproximate: false,
  school: null,
  interests: [],
  notes: null,
  medicalNotes: 'Peanuts',
  status: 'ACTIVE',
  guardians: lead().guardians,
  warnings: [
    { code: 'EXPIRING', date: '2026-11-28' },
    { code: 'MEDICAL', text: 'Peanuts' },
  ],
  siblings: [],
  nextSession: null,
  openLeadId: null,
  archivedAt: null,
  createdAt: '2026-01-05T05:30:00Z',
  version: 4,
};

beforeEach(() => {
  visit(`/c/riverside/students/${ids.student}`);
  apiAnswers({
    getStudent: kabir,
    listStudents: empty,
    listBatches: empty,
    getStudentTimeline: empty,
    findDuplicates: { items: [] },
  });
});

it('filters by what the address says', async () => {
  visit('/c/riverside/students?status=EXPIRED&q=kab');
  const { user } = renderScreen(<StudentsScreen />);
  expect(await screen.findByText('No children match')).toBeVisible();
  expect(requests('listStudents')[0]?.query).toEqual({ q: 'kab', status: 'EXPIRED' });
  await user.selectOptions(screen.getByLabelText('Status'), 'Active');
  await waitFor(() => expect(requests('listStudents').at(-1)?.query).toEqual({ q: 'kab', status: 'ACTIVE' }));
});

it('exports the list as it is filtered', async () => {
  visit('/c/riverside/students?status=EXPIRED&q=kab');
  const { user } = renderScreen(<StudentsScreen />, { as: 'CENTER_ADMIN' });
  const asked = { file: 'students.csv', query: { q: 'kab', status: 'EXPIRED' } };
  expect(await exportShown(user)).toEqual(asked);
  expect(requests('listStudents')[0]?.query).toEqual(asked.query);
});

it.each([
  ['plans', 'Plans', 'enrollments.csv', { studentId: ids.student }],
  ['makeUps', 'Make-ups', 'make-ups.csv', { studentId: ids.student }],
  ['attendance', 'Attendance', 'student-attendance.csv', { id: ids.student }],
])('exports what the tab lists of the child: %s', async (tab, name, file, query) => {
  visit(`/c/riverside/students/${ids.student}?tab=${tab}`);
  apiAnswers({ listStudentEnrollments: empty, listStudentAttendance: empty });
  const others = { makeUps: () => 'what it earned' };
  const { user } = renderScreen(<StudentScreen id={ids.student} others={others} />, { as: 'CENTER_ADMIN' });
  expect(await exportShown(user, new RegExp(`^Export: .*${name}`))).toMatchObject({ file, query });
});

it('cuts a long medical note in the list, so that one row does not fill the screen', async () => {
  const row = {
    id: ids.student,
    name: 'Kabir Rao',
    ageYears: 6,
    status: 'ACTIVE' as const,
    batchNames: [],
    validUntil: null,
    visitsLeft: null,
    guardianName: null,
    warnings: [{ code: 'MEDICAL' as const, text: `Peanuts ${'and nuts '.repeat(40)}` }],
  };
  apiAnswers({ listStudents: { items: [row], nextCursor: null } });
  renderScreen(<StudentsScreen />);
  expect((await screen.findByText(/^Peanuts/)).textContent).toHaveLength(44);
});

it('says what concerns the body before everything else', async () => {
  renderScreen(<StudentScreen id={ids.student} />);
  await screen.findByRole('heading', { name: 'Kabir D’Souza' });
  const medical = screen.getByText('Peanuts', { selector: 'header *' });
  const ending = screen.getByText('Ends 28 Nov');
  expect(medical.compareDocumentPosition(ending)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('offers trainers neither phones nor changes', async () => {
  const guardians = lead().guardians.map((guardian) => ({ ...guardian, phone: undefined, email: undefined }));
  apiAnswers({ getStudent: { ...kabir, guardians } });
  renderScreen(<StudentScreen id={ids.student} />, { as: 'TRAINER' });
  expect(await screen.findByText('Contact through the front desk')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  expect(screen.queryByRole('link', { name: /^Call/ })).toBeNull();
});

it('archives at once and brings back with Undo', async () => {
  apiAnswers({ archiveStudent: kabir, restoreStudent: kabir });
  const { user } = renderScreen(<StudentScreen id={ids.student} />);
  await user.click(await screen.findByRole('button', { name: 'Archive' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(requests('restoreStudent')).toHaveLength(1));
});

it('says why somebody with a running plan is not archived', async () => {
  apiAnswers({ archiveStudent: problem(409, 'in_use', { detail: 'There is an active plan.' }) });
  const { user } = renderScreen(<StudentScreen id={ids.student} />);
  await user.click(await screen.findByRole('button', { name: 'Archive' }));
  expect(await screen.findByText('There is an active plan.')).toBeVisible();
});

it('merges two records into the one that was chosen', async () => {
  const twin = { ...kabir, id: ids.zoya, name: 'Kabir Dsouza' };
  apiAnswers({
    getStudent: ({ params }: { params: Record<string, string> }) => (params['id'] === ids.zoya ? twin : kabir),
    findDuplicates: {
      items: [
        {
          studentId: ids.zoya,
          name: 'Kabir Dsouza',
          dob: null,
          status: 'PROSPECT',
          guardian: null,
          openLeadId: null,
          match: 'NAME',
        },
      ],
    },
    mergeStudents: twin,
  });
  const { user } = renderScreen(<StudentScreen id={ids.student} />);
  await user.click(await screen.findByRole('button', { name: 'Compare with Kabir Dsouza' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Compare and merge' }));
  await user.click(await sheet.findByRole('button', { name: 'Keep the right one' }));
  await waitFor(() => expect(whereTo()[0]).toBe(`/c/riverside/students/${ids.zoya}`));
  expect(requests('mergeStudents')[0]?.body).toEqual({ keepId: ids.zoya, mergeId: ids.student });
});

it('adds somebody, and leads to the one who is here already', async () => {
  apiAnswers({ createStudent: problem(409, 'duplicate', { existingId: ids.student }) });
  const { user } = renderScreen(<NewStudentScreen />);
  await user.click(await screen.findByLabelText('First name'));
  await user.paste('Kabir');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('This child is here already.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open the profile' })).toHaveAttribute(
    'href',
    `/c/riverside/students/${ids.student}`,
  );
  expect(requests('createStudent')[0]?.body).toMatchObject({ firstName: 'Kabir', guardians: [] });
});

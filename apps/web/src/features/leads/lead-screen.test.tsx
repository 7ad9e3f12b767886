import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { ids, lead } from '../../test/enquiries.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { LeadScreen } from './lead-screen.tsx';

jest.setTimeout(20_000);

const entry = (kind: string, details: Record<string, unknown> = {}, text: string | null = null) => ({
  id: crypto.randomUUID(),
  at: '2026-11-20T10:30:00Z',
  kind,
  by: { id: ids.guardian, name: 'Tess' },
  text,
  details,
});

const due = {
  id: ids.visit,
  leadId: ids.kabir,
  enrollmentId: null,
  studentId: ids.student,
  studentName: 'Kabir D’Souza',
  guardianName: 'Anita',
  channel: 'CALL' as const,
  dueAt: '2026-11-20T04:30:00Z',
  note: null,
  assignedTo: null,
  completedAt: null,
  outcome: null,
  overdue: true,
};

beforeEach(() => {
  visit(`/c/riverside/leads/${ids.kabir}`);
  apiAnswers({ getLead: lead(), listColleagues: { items: [{ id: ids.zoya, name: 'Tess', role: 'COUNSELOR' }] } });
});

it('asks how a call went, and plans the next with one more tap', async () => {
  apiAnswers({ getLead: lead({ followUps: [due] }), completeFollowUp: due });
  const { user } = renderScreen(<LeadScreen id={ids.kabir} />, { as: 'COUNSELOR' });
  await user.click(await screen.findByRole('link', { name: 'Call Anita D’Souza' }));
  const asked = within(screen.getByRole('group', { name: 'How did it go?' }));
  await user.click(asked.getByRole('radio', { name: 'No answer' }));
  await user.click(asked.getByRole('radio', { name: /Tomorrow/ }));
  await waitFor(() => expect(screen.queryByRole('group', { name: 'How did it go?' })).toBeNull());
  expect(requests('completeFollowUp')[0]).toMatchObject({
    params: { id: ids.visit },
    body: { outcome: 'NO_ANSWER', nextDueAt: expect.stringContaining('T04:30:00Z') },
  });
  expect(requests('addFollowUp')).toEqual([]);
});

it('writes down a call that nobody had planned', async () => {
  apiAnswers({ addFollowUp: due, completeFollowUp: due });
  const { user } = renderScreen(<LeadScreen id={ids.kabir} />);
  await user.click(await screen.findByRole('button', { name: 'Log a call' }));
  const asked = within(screen.getByRole('group', { name: 'How did it go?' }));
  await user.click(asked.getByRole('radio', { name: 'Reached' }));
  await user.click(asked.getByRole('radio', { name: 'None' }));
  await waitFor(() => expect(requests('completeFollowUp')[0]?.body).toEqual({ outcome: 'REACHED', nextDueAt: null }));
  expect(requests('addFollowUp')[0]?.body).toMatchObject({ leadId: ids.kabir, channel: 'CALL' });
});

it('tells what happened in sentences, also what it has no sentence for', async () => {
  apiAnswers({
    getLead: lead({
      timeline: [
        entry('lead.moved', { from: 'DISCOVERY', to: 'FOLLOW_UP' }),
        entry('follow-up.done', { outcome: 'NO_ANSWER', channel: 'CALL' }),
        entry('lead.note', {}, 'Loves the <script>bars</script>'),
        entry('report-card.frozen'),
      ],
    }),
  });
  renderScreen(<LeadScreen id={ids.kabir} />);
  expect(await screen.findByText('Moved to follow-up')).toBeVisible();
  expect(screen.getByText('Called: no answer')).toBeVisible();
  expect(screen.getByText('Loves the <script>bars</script>')).toBeVisible();
  expect(screen.getByText('Report card frozen')).toBeVisible();
});

it('gives the lead to a colleague', async () => {
  apiAnswers({ changeLead: lead() });
  const { user } = renderScreen(<LeadScreen id={ids.kabir} />);
  await screen.findByRole('option', { name: 'Tess' });
  await user.selectOptions(screen.getByLabelText('Owner'), 'Tess');
  expect(await screen.findByText('Tess looks after this lead now')).toBeVisible();
  expect(requests('changeLead')[0]?.body).toEqual({ assignedToUserId: ids.zoya });
});

it('reopens what was lost', async () => {
  apiAnswers({
    getLead: lead({ status: 'DEAD_LEAD', deadReason: 'COST', allowed: ['FOLLOW_UP'] }),
    reopenLead: lead({ status: 'FOLLOW_UP' }),
  });
  const { user } = renderScreen(<LeadScreen id={ids.kabir} />);
  await user.click(await screen.findByRole('button', { name: 'Reopen the enquiry' }));
  await waitFor(() => expect(requests('reopenLead')).toHaveLength(1));
});

it('corrects what was taken down, sends only what differs, and takes it back', async () => {
  const found = lead({ preferredDays: ['MON'], discoveryNotes: 'Asks about Saturdays' });
  apiAnswers({
    getLead: found,
    changeStudent: { ...found.student, firstName: 'Kabeer', version: 4 },
    changeLead: { ...found, version: 2, student: { ...found.student, version: 4 } },
  });
  const { user } = renderScreen(<LeadScreen id={ids.kabir} />, { as: 'COUNSELOR' });
  await user.click(await screen.findByRole('button', { name: 'Correct' }));
  const first = await screen.findByLabelText('First name');
  await user.clear(first);
  await user.type(first, 'Kabeer');
  await user.click(screen.getByRole('button', { name: 'Sat' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(requests('changeLead')).toHaveLength(2));
  expect(requests('changeStudent')).toMatchObject([
    { params: { id: ids.student }, body: { firstName: 'Kabeer' } },
    { body: { firstName: 'Kabir' } },
  ]);
  const seen = (id: 'changeStudent' | 'changeLead') => requests(id).map(({ headers }) => headers.get('If-Match'));
  expect([seen('changeStudent'), seen('changeLead')]).toEqual([
    ['"3"', '"4"'],
    ['"1"', '"2"'],
  ]);
  expect(requests('changeLead')).toMatchObject([
    { body: { preferredDays: ['MON', 'SAT'] } },
    { body: { preferredDays: ['MON'] } },
  ]);
});

it('keeps the form when somebody else changed the lead first', async () => {
  apiAnswers({ changeLead: problem(412, 'stale_version') });
  const { user } = renderScreen(<LeadScreen id={ids.kabir} />);
  await user.click(await screen.findByRole('button', { name: 'Correct' }));
  await user.type(await screen.findByLabelText('Notes (optional)'), 'Comes by bus');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Someone else changed this first/)).toBeVisible();
  expect(screen.getByLabelText('Notes (optional)')).toHaveValue('Comes by bus');
});

it('says nothing about a lead that is not here', async () => {
  apiAnswers({ getLead: problem(404, 'not_found') });
  renderScreen(<LeadScreen id={ids.kabir} />);
  expect(await screen.findByRole('heading', { name: 'Not found here' })).toBeVisible();
});

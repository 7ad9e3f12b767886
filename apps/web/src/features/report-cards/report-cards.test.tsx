import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderPlain, renderScreen } from '../../test/render-screen.tsx';
import { ReportCardsScreen } from './report-cards-screen.tsx';
import { StudentReportCards } from './student-report-cards.tsx';
import { VerifyScreen } from './verify-screen.tsx';

const id = (digit: number) => `0190a000-0000-7000-8000-00000000000${digit}`;
const aarav = { id: id(1), name: 'Aarav Sharma' };
const zoya = { id: id(2), name: 'Zoya Khan' };
const batch = { id: id(9), name: 'Pre-K Gym' };
const noDraft = { comments: '', summary: '', version: 0, updatedAt: null };

const cardOf = (student: typeof aarav, more: object = {}) => ({
  id: id(5),
  student,
  period: { from: '2026-10-23', to: '2026-11-21' },
  version: 1,
  state: 'READY',
  sentAt: null,
  sentTo: 0,
  sending: 0,
  isOutdated: false,
  issuedAt: '2026-11-21T06:30:00Z',
  issuedBy: { id: id(8), name: 'Asha Nair' },
  ...more,
});

const snapshotOf = (student: typeof aarav, more: object = {}) => ({
  format: 1,
  code: null,
  version: null,
  issuedAt: null,
  issuedOn: '2026-11-21',
  verifyUrl: null,
  center: {
    name: 'Riverside',
    organization: 'Riverside Sports',
    address: null,
    phone: null,
    color: '#2B4FD0',
    locale: 'en-IN',
  },
  terms: { student: 'CHILD', trainer: 'COACH', batch: 'BATCH' },
  student: { ...student, firstName: student.name.split(' ')[0], ageYears: 6 },
  batches: ['Pre-K Gym'],
  trainers: ['Asha Nair'],
  period: { from: '2026-10-23', to: '2026-11-21' },
  attendance: { attended: 11, late: 1, absent: 1, excused: 0, percent: 92 },
  curricula: [
    {
      name: 'Gymnastics 1',
      categories: [
        { name: 'Floor', skills: [{ name: 'Forward roll', level: 'ACHIEVED', before: 'IN_PROGRESS', assessed: true }] },
      ],
    },
  ],
  assessments: 3,
  comments: '',
  summary: '',
  ...more,
});

const people = { [aarav.id]: aarav, [zoya.id]: zoya };
const row = (student: typeof aarav, more: object = {}) => ({
  student,
  state: 'NOT_STARTED',
  draft: noDraft,
  card: null,
  assessments: 3,
  ...more,
});

function answers(more: Parameters<typeof apiAnswers>[0] = {}) {
  apiAnswers({
    listBatches: { items: [batch], nextCursor: null },
    listStudents: { items: [], nextCursor: null },
    listCommentSnippets: { items: [{ id: id(7), category: 'Effort', text: '{name} tries again.', version: 1 }] },
    listBatchReportCards: {
      period: { from: '2026-10-23', to: '2026-11-21' },
      rows: [row(aarav), row(zoya)],
      job: null,
    },
    previewReportCard: ({ query }) => ({
      snapshot: snapshotOf(people[query['studentId'] ?? ''] ?? aarav),
      draft: noDraft,
      newest: null,
    }),
    saveReportCardDraft: ({ body }) => ({ ...noDraft, ...(body as object), version: 1 }),
    generateReportCards: { card: cardOf(aarav), job: null },
    listReportCards: { items: [cardOf(aarav)], nextCursor: null },
    ...more,
  });
}

describe('making report cards', () => {
  beforeEach(() => visit(`/c/riverside/report-cards?batch=${batch.id}`));

  it('shows the card beside what is written, and keeps the draft', async () => {
    answers();
    const { user } = renderScreen(<ReportCardsScreen />, { as: 'TRAINER' });
    const paper = await screen.findByRole('article', { name: 'Preview' });
    expect(within(paper).getByText('Forward roll')).toBeInTheDocument();
    expect(within(paper).getByText('up from In progress')).toBeInTheDocument();
    expect(within(paper).getByText('Coach: Asha Nair')).toBeInTheDocument();
    await user.type(screen.getByLabelText("Trainer's comments"), 'Brave on the beam');

    expect(within(paper).getByText('Brave on the beam')).toBeInTheDocument();
    expect(screen.getByText('283 characters left')).toBeInTheDocument();
    await screen.findByText('Draft saved', {}, { timeout: 3000 });
    expect(requests('saveReportCardDraft').at(-1)?.body).toMatchObject({
      studentId: aarav.id,
      comments: 'Brave on the beam',
    });
  });

  it('goes to the next child with J and back with K, and saves on the way', async () => {
    answers();
    const { user } = renderScreen(<ReportCardsScreen />, { as: 'TRAINER' });
    await user.type(await screen.findByLabelText("Trainer's comments"), 'Brave');
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');

    expect(await screen.findAllByRole('heading', { name: 'Zoya Khan' })).toHaveLength(2);
    expect(screen.getByLabelText("Trainer's comments")).toHaveFocus();
    await waitFor(() => expect(requests('saveReportCardDraft')).toHaveLength(1));
    expect(requests('saveReportCardDraft')[0]?.body).toMatchObject({ studentId: aarav.id, comments: 'Brave' });
  });

  it('inserts a sentence with the first name', async () => {
    answers();
    const { user } = renderScreen(<ReportCardsScreen />, { as: 'TRAINER' });
    await user.click(await screen.findByRole('button', { name: 'Insert a sentence' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Aarav tries again.' }));

    expect(screen.getByLabelText("Trainer's comments")).toHaveValue('Aarav tries again.');
  });

  it('freezes after asking, and says what a new version replaces', async () => {
    answers({
      previewReportCard: { snapshot: snapshotOf(aarav), draft: noDraft, newest: cardOf(aarav, { version: 1 }) },
      generateReportCards: { card: cardOf(aarav, { version: 2 }), job: null },
    });
    const { user } = renderScreen(<ReportCardsScreen />, { as: 'TRAINER' });
    await user.click(await screen.findByRole('button', { name: 'Generate and freeze' }));
    const dialog = await screen.findByRole('alertdialog').catch(() => screen.findByRole('dialog'));
    expect(within(dialog).getByText('Version 2 replaces version 1, which stays readable.')).toBeInTheDocument();
    expect(requests('generateReportCards')).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: 'Generate and freeze' }));

    expect(await screen.findByText('Version 2 for Aarav Sharma is frozen')).toBeInTheDocument();
    expect(requests('generateReportCards')[0]?.body).toMatchObject({ studentId: aarav.id });
    expect(requests('generateReportCards')[0]?.headers.get('idempotency-key')).toBeTruthy();
  });

  it('shows how far a whole batch is, also after a reload', async () => {
    answers({
      listBatchReportCards: {
        period: { from: '2026-10-23', to: '2026-11-21' },
        rows: [row(aarav), row(zoya)],
        job: { id: id(6), state: 'RUNNING', done: 0, total: 2, failures: [] },
      },
      getJob: { id: id(6), kind: 'report cards', state: 'RUNNING', progress: { done: 1, total: 2 } },
    });
    renderScreen(<ReportCardsScreen />, { as: 'TRAINER' });

    expect(await screen.findByText('1 of 2 cards are made')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Generate all 2' })).not.toBeInTheDocument();
  });

  it('says so when the draft was changed by somebody else', async () => {
    answers({ saveReportCardDraft: problem(412, 'stale_version') });
    const { user } = renderScreen(<ReportCardsScreen />, { as: 'TRAINER' });
    await user.type(await screen.findByLabelText("Trainer's comments"), 'Mine');

    expect(await screen.findByText(/Somebody else has changed this draft/, {}, { timeout: 3000 })).toBeInTheDocument();
  });
});

describe('the cards that were made', () => {
  it('are a list for the front desk, who makes none', async () => {
    visit('/c/riverside/report-cards');
    answers();
    renderScreen(<ReportCardsScreen />, { as: 'COUNSELOR' });

    expect(await screen.findByText('Aarav Sharma')).toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: 'Make' })).not.toBeInTheDocument();
  });

  it('are on the profile, and show nothing once they were altered', async () => {
    visit(`/c/riverside/students/${aarav.id}`);
    answers({
      getReportCard: {
        ...cardOf(aarav),
        code: 'ABCD',
        hash: 'x',
        isIntact: false,
        reachable: 1,
        snapshot: null,
      },
    });
    const { user } = renderScreen(<StudentReportCards studentId={aarav.id} />, { as: 'TRAINER' });
    await user.click(await screen.findByRole('button', { name: /Version 1/ }));

    expect(await screen.findByText('This record was altered after it was issued')).toBeInTheDocument();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
  });
});

describe('the public check', () => {
  const card = {
    centerName: 'Riverside Sports · Riverside',
    period: { from: '2026-10-23', to: '2026-11-21' },
    issuedOn: '2026-11-21',
    version: 1,
  };

  it.each([
    ['VALID', 'This report card is genuine', card],
    ['SUPERSEDED', 'This report card was replaced', card],
    ['TAMPERED', 'This report card cannot be confirmed', null],
    ['UNKNOWN', 'There is no report card with this code', null],
  ])('says %s in words', async (state, heading, found) => {
    apiAnswers({ verifyReportCard: { state, card: found } });
    renderPlain(<VerifyScreen code="ABCD1234" />);

    expect(await screen.findByRole('heading', { name: heading })).toBeInTheDocument();
    expect(screen.queryAllByText('Riverside Sports · Riverside')).toHaveLength(found ? 1 : 0);
  });
});

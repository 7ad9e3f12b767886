import type { Mark, Role, Roster as RosterData } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests, type SentRequest } from '../../test/api-answers.ts';
import { aRoster, aRow } from '../../test/class-cast.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { RosterScreen } from './roster-screen.tsx';

// Whole forms are typed letter by letter; on a busy machine that takes longer than the usual five seconds.
jest.setTimeout(30_000);

interface MarkBody {
  marks: { studentId: string; status: Mark | null }[];
}
const marksIn = (request: SentRequest | undefined) => (request?.body as MarkBody | undefined)?.marks ?? [];

/** Keeps marks as the API does: a null status takes one back. */
function keeping(roster: RosterData) {
  let kept = roster;
  return {
    getRoster: () => kept,
    markAttendance: (request: SentRequest) => {
      const said = new Map(marksIn(request).map((mark) => [mark.studentId, mark.status]));
      const rows = kept.rows.map((row) => ({
        ...row,
        mark: said.get(row.studentId) ?? (said.has(row.studentId) ? null : row.mark),
      }));
      kept = { ...kept, rows };
      return { saved: said.size, warnings: [], blocked: [], roster: kept };
    },
  };
}

function open(
  roster: RosterData,
  { as = 'TRAINER' as Role, ...answers }: { as?: Role } & Parameters<typeof apiAnswers>[0] = {},
) {
  apiAnswers({ getDashboard: problem(503, 'unavailable'), ...keeping(roster), ...answers });
  return renderScreen(<RosterScreen sessionId={roster.session.id} />, { as });
}

const rowOf = async (name: string) => within((await screen.findByText(name)).closest('li')!);
const three = () => [aRow('Aarav'), aRow('Diya'), aRow('Kiara')];

it('saves a tap at once and shows it', async () => {
  const { user } = open(aRoster(three()));
  const aarav = await rowOf('Aarav');
  await user.click(aarav.getByRole('button', { name: 'Present' }));
  expect(aarav.getByRole('button', { name: 'Present' })).toHaveAttribute('aria-pressed', 'true');
  await waitFor(() =>
    expect(marksIn(requests('markAttendance')[0])).toEqual([{ studentId: 'student-Aarav', status: 'PRESENT' }]),
  );
  expect(screen.getByText('1 present')).toBeVisible();
  expect(screen.getByText('2 to mark')).toBeVisible();
});

it('takes a mark back when the same button is tapped again', async () => {
  const { user } = open(aRoster([aRow('Aarav', { mark: 'ABSENT' })]));
  const aarav = await rowOf('Aarav');
  await user.click(aarav.getByRole('button', { name: 'Absent' }));
  await waitFor(() => expect(marksIn(requests('markAttendance')[0])[0]?.status).toBeNull());
  expect(aarav.getByRole('button', { name: 'Absent' })).toHaveAttribute('aria-pressed', 'false');
});

it('marks everybody who is left, and undoes it', async () => {
  const { user } = open(aRoster([aRow('Aarav', { mark: 'ABSENT' }), aRow('Diya'), aRow('Kiara')]));
  await user.click(await screen.findByRole('button', { name: 'Mark remaining 2 present' }));
  expect(await screen.findByText('2 present')).toBeVisible();
  expect(screen.getByText('1 absent')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('0 present')).toBeVisible();
  await waitFor(() => expect(requests('markAttendance')).toHaveLength(2));
  expect(marksIn(requests('markAttendance')[1])).toEqual([
    { studentId: 'student-Diya', status: null },
    { studentId: 'student-Kiara', status: null },
  ]);
});

it('asks before somebody whose plan has ended is marked present', async () => {
  const ended = aRow('Ishaan', { warnings: [{ code: 'EXPIRED', date: '2026-10-12' }] });
  const { user } = open(aRoster([ended]));
  const ishaan = await rowOf('Ishaan');
  await user.click(ishaan.getByRole('button', { name: 'Present' }));
  expect(await screen.findByText('Plan ended 12 Oct. Mark anyway?')).toBeVisible();
  expect(requests('markAttendance')).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Mark present anyway' }));
  await waitFor(() => expect(requests('markAttendance')).toHaveLength(1));
});

it('marks somebody absent without a question', async () => {
  const { user } = open(aRoster([aRow('Ishaan', { warnings: [{ code: 'EXPIRED', date: '2026-10-12' }] })]));
  await user.click((await rowOf('Ishaan')).getByRole('button', { name: 'Absent' }));
  await waitFor(() => expect(requests('markAttendance')).toHaveLength(1));
});

it('says why the center does not let somebody be marked', async () => {
  const blocked = aRow('Ishaan', { blocked: true, warnings: [{ code: 'USED_UP' }] });
  const { user } = open(aRoster([blocked, aRow('Diya')]));
  await user.click((await rowOf('Ishaan')).getByRole('button', { name: 'Present' }));
  expect(await screen.findByText('Ishaan cannot be marked present')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Mark present anyway' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Mark remaining 1 present', hidden: true })).toBeInTheDocument();
});

it('keeps a tap that got no answer on top, and sends it again with the same key', async () => {
  const roster = aRoster(three());
  const kept = keeping(roster);
  let attempts = 0;
  const failsOnce = (request: SentRequest) => {
    attempts += 1;
    return attempts === 1 ? problem(500, 'internal') : kept.markAttendance(request);
  };
  const { user } = open(roster, { ...kept, markAttendance: failsOnce });
  await user.click((await rowOf('Kiara')).getByRole('button', { name: 'Present' }));
  await user.click(await screen.findByRole('button', { name: 'Retry Kiara' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Retry Kiara' })).not.toBeInTheDocument());
  const [first, second] = requests('markAttendance').map((request) => request.headers.get('Idempotency-Key'));
  expect(first).toBe(second);
  expect((await rowOf('Kiara')).getByRole('button', { name: 'Present' })).toHaveAttribute('aria-pressed', 'true');
});

it('says in words that the class is full when somebody is added', async () => {
  const found = { id: 'student-Zoya', name: 'Zoya', batchNames: ['Gym'], warnings: [] };
  const { user } = open(aRoster(three()), {
    listStudents: { items: [found], nextCursor: null },
    markAttendance: problem(409, 'capacity_full'),
  });
  await user.click(await screen.findByRole('button', { name: 'Add someone' }));
  await user.type(await screen.findByRole('searchbox'), 'Zoy');
  await user.click(await screen.findByRole('button', { name: /Zoya/ }));
  expect(await screen.findByText(/This class is full/)).toBeVisible();
});

it('acts on the row with the focus by P, A, L and U', async () => {
  const { user } = open(aRoster(three()));
  await rowOf('Aarav');
  await user.keyboard('{ArrowDown}{ArrowDown}l');
  await waitFor(() =>
    expect(marksIn(requests('markAttendance')[0])).toEqual([{ studentId: 'student-Diya', status: 'LATE' }]),
  );
  await user.keyboard('u');
  await waitFor(() => expect(marksIn(requests('markAttendance')[1])[0]?.status).toBeNull());
});

it('leads to the lead of a trial only those who may see leads', async () => {
  const trial = aRow('Zoya', { kind: 'TRIAL', leadId: 'lead-1', isFirstVisit: true });
  const desk = open(aRoster([trial]), { as: 'CENTER_ADMIN' });
  expect(await screen.findByRole('link', { name: 'Open lead' })).toHaveAttribute('href', '/c/riverside/leads/lead-1');
  desk.unmount();
  open(aRoster([trial]), { as: 'TRAINER' });
  expect(await screen.findByText('first visit')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Open lead' })).not.toBeInTheDocument();
});

it('lets a cancelled class only be read', async () => {
  open(aRoster(three(), { status: 'CANCELLED', cancelReason: 'Rain', mayMark: false }));
  expect(await screen.findByText('This class was cancelled: Rain')).toBeVisible();
  expect((await rowOf('Aarav')).getByRole('button', { name: 'Present' })).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Add someone' })).not.toBeInTheDocument();
});

it('can be read by the front desk where it may not mark', async () => {
  open(aRoster(three()), { as: 'COUNSELOR' });
  expect((await rowOf('Aarav')).getByRole('button', { name: 'Absent' })).toBeDisabled();
});

it('prints names with their alerts, what concerns the body first', async () => {
  const { container } = open(
    aRoster([
      aRow('Ishaan', {
        warnings: [
          { code: 'EXPIRED', date: '2026-10-12' },
          { code: 'MEDICAL', text: 'Peanuts' },
        ],
      }),
    ]),
  );
  await screen.findByText('Ishaan');
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(container.querySelector('table')).toHaveTextContent('Peanuts, Plan ended 12 Oct');
});

import type { AuditEntry } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { apiAnswers, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { AuditScreen } from './audit-screen.tsx';

jest.setTimeout(20_000);

const meera = { id: '0190a000-0000-7000-8000-0000000000a2', name: 'Meera' };
function entry(changes: Partial<AuditEntry>): AuditEntry {
  return {
    id: String(changes.entity),
    at: '2026-11-21T05:00:00Z',
    actor: meera,
    entity: 'students',
    entityId: 'row-1',
    action: 'UPDATE',
    label: 'Aarav Sharma',
    before: {},
    after: {},
    sensitive: false,
    requestId: 'request-9',
    ...changes,
  };
}
const approval = entry({
  entity: 'discounts',
  before: { status: 'PENDING', amount_minor: 189_000, version: 1 },
  after: { status: 'APPROVED', amount_minor: 189_000, version: 2 },
  sensitive: true,
});
const log = [
  approval,
  entry({ entity: 'follow_ups', action: 'INSERT', before: null, after: { note: 'call' } }),
  entry({
    entity: 'exports',
    entityId: 'students',
    action: 'EXPORT',
    label: null,
    before: null,
    after: { kind: 'students', format: 'csv', filters: {}, rows: 12 },
    sensitive: true,
  }),
  entry({ entity: 'rocket_parts', actor: null, label: null, action: 'DELETE', after: null }),
];

const answerLog = () =>
  apiAnswers({ listAuditLog: { items: log, nextCursor: null }, listColleagues: { items: [], nextCursor: null } });

it('tells what happened in sentences, also of records that have none of their own', async () => {
  answerLog();
  renderScreen(<AuditScreen />);
  expect(await screen.findByText('Meera approved the discount of Aarav Sharma')).toBeVisible();
  expect(screen.getByText('Meera exported 12 rows: children')).toBeVisible();
  expect(screen.getAllByText('Sensitive')).toHaveLength(2);
  expect(screen.getByText('Meera planned a follow-up with Aarav Sharma')).toBeVisible();
  expect(screen.getByText('Cartwheel removed a record: rocket part')).toBeVisible();
});

it('names whose renewal it was, and what became of it', async () => {
  const talk = { completed_at: '2026-11-21T05:00:00Z', enrollment_id: 'of-aarav' };
  const renewal = { entity: 'renewals', label: 'Aarav Sharma' };
  const items = [
    entry({ ...renewal, action: 'INSERT', before: null, after: { lost_at: null } }),
    entry({ ...renewal, before: { lost_at: null }, after: { lost_at: '2026-11-21T05:00:00Z', lost_reason: 'COST' } }),
    entry({ ...renewal, before: { lost_at: '2026-11-21T05:00:00Z' }, after: { lost_at: null } }),
    entry({ entity: 'follow_ups', action: 'INSERT', before: null, after: talk }),
    entry({ entity: 'exports', entityId: 'student-attendance', action: 'EXPORT', before: null, after: { rows: 1 } }),
  ].map((one, index) => ({ ...one, id: `entry-${index}` }));
  apiAnswers({ listAuditLog: { items, nextCursor: null }, listColleagues: { items: [], nextCursor: null } });
  renderScreen(<AuditScreen />);
  expect(await screen.findByText('Meera gave up the renewal of Aarav Sharma')).toBeVisible();
  expect(screen.getByText('Meera took up the renewal of Aarav Sharma')).toBeVisible();
  expect(screen.getByText('Meera took up the renewal of Aarav Sharma again')).toBeVisible();
  expect(screen.getByText('Meera talked to the family of Aarav Sharma about renewing')).toBeVisible();
  expect(screen.getByText('Meera exported 1 row: student attendance')).toBeVisible();
});

it('opens a change: before, after and the request, without the database’s own columns', async () => {
  answerLog();
  const { user } = renderScreen(<AuditScreen />);
  await user.click(await screen.findByText('Meera approved the discount of Aarav Sharma'));
  const changes = await screen.findByRole('group', { name: 'What changed' });
  expect(within(changes).getByRole('row', { name: 'Status PENDING APPROVED' })).toBeVisible();
  expect(within(changes).queryByText(/Version|Amount/)).toBeNull();
  expect(screen.getByText('Request request-9')).toBeVisible();
});

it('asks the API for what the filters say, and exports the same', async () => {
  visit(`/c/riverside/audit?sensitive=yes&person=${meera.id}&from=2026-11-01&record=discounts`);
  answerLog();
  apiAnswers({ exportAuditLog: {} });
  const { user } = renderScreen(<AuditScreen />);
  expect(await screen.findByText(/approved the discount/)).toBeVisible();
  const asked = { actorId: meera.id, from: '2026-11-01', entity: 'discounts', sensitive: 'true' };
  expect(requests('listAuditLog')[0]?.query).toMatchObject(asked);

  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  expect(requests('exportAuditLog')[0]?.query).toEqual({ ...asked, format: 'csv' });
});

it('is closed to the front desk', async () => {
  renderScreen(<AuditScreen />, { as: 'COUNSELOR' });
  expect(await screen.findByText('Center admins read the audit log.')).toBeVisible();
});

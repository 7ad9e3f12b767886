import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { ids, lead } from '../../test/enquiries.ts';
import { visit, whereTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { IntakeScreen } from './intake-screen.tsx';

jest.setTimeout(20_000);

beforeEach(() => {
  visit('/c/riverside/leads/new');
  apiAnswers({ findDuplicates: { items: [] }, createLead: lead() });
});

type User = ReturnType<typeof renderScreen>['user'];

async function put(user: User, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

async function fillIn(user: User) {
  await put(user, await screen.findByLabelText('Phone'), '98450 12345');
  await put(user, screen.getByLabelText('Parent’s name'), 'Anita');
  await put(user, screen.getByLabelText('First name'), 'Kabir');
  await put(user, screen.getByLabelText('Age in years'), '5');
  await user.click(await screen.findByRole('radio', { name: 'Walk-in' }));
}

it('captures a walk-in and goes on to book the intro', async () => {
  const { user } = renderScreen(<IntakeScreen />, { as: 'COUNSELOR' });
  await fillIn(user);
  await user.click(screen.getByRole('button', { name: 'Sat' }));
  await user.click(screen.getByRole('button', { name: 'Save and book intro' }));
  await waitFor(() => expect(whereTo()[0]).toBe(`/c/riverside/leads/${ids.kabir}?intro=${ids.kabir}`));
  expect(requests('createLead')[0]?.body).toEqual({
    child: { firstName: 'Kabir', ageYears: 5 },
    guardians: [{ name: 'Anita', phone: '98450 12345', relationship: 'MOTHER', isPrimary: true }],
    source: 'Walk-in',
    preferredDays: ['SAT'],
  });
});

it('names what is missing and sends nothing', async () => {
  const { user } = renderScreen(<IntakeScreen />);
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText('3 things need attention')).toBeVisible();
  expect(requests('createLead')).toEqual([]);
});

it('knows the family by its number before anything else is typed', async () => {
  apiAnswers({
    findDuplicates: {
      items: [
        {
          studentId: ids.student,
          name: 'Diya Rao',
          dob: '2020-05-01',
          status: 'PROSPECT',
          guardian: { id: ids.guardian, name: 'Priya Rao', phone: '+919845012345' },
          openLeadId: null,
          match: 'PHONE',
        },
      ],
    },
    listLeads: { items: [], nextCursor: null },
  });
  const { user } = renderScreen(<IntakeScreen />);
  await put(user, await screen.findByLabelText('Phone'), '9845012345');
  expect(await screen.findByText('Priya Rao is known, 1 child')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'It is Diya Rao' }));
  expect(screen.getByLabelText('Parent’s name')).toHaveValue('Priya Rao');
  expect(screen.getByLabelText('First name')).toHaveValue('Diya');
  expect(screen.getByLabelText('or birthday')).toHaveValue('01/05/2020');
});

it('saves a sibling as a lead of its own, and the first not twice when the second is refused', async () => {
  let refused = 0;
  apiAnswers({
    createLead: ({ body }: { body: unknown }) => {
      if (!JSON.stringify(body).includes('Zoya') || refused > 0) return lead();
      refused += 1;
      return problem(409, 'duplicate', { existingId: ids.zoya });
    },
  });
  const { user } = renderScreen(<IntakeScreen />);
  await fillIn(user);
  await user.click(screen.getByRole('button', { name: 'Add sibling' }));
  await put(user, screen.getAllByLabelText('First name')[1]!, 'Zoya');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Zoya has an open enquiry already.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open Zoya’s enquiry' })).toHaveAttribute(
    'href',
    `/c/riverside/leads/${ids.zoya}`,
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(whereTo()[0]).toBe(`/c/riverside/leads/${ids.kabir}`));
  const names = requests('createLead').map(({ body }) => /"firstName":"(\w+)"/.exec(JSON.stringify(body))?.[1]);
  expect(names).toEqual(['Kabir', 'Zoya', 'Zoya']);
});

it('keeps what was typed for later', async () => {
  const first = renderScreen(<IntakeScreen />);
  await put(first.user, await screen.findByLabelText('Parent’s name'), 'Anita');
  await waitFor(() => expect(localStorage.length).toBe(1));
  first.unmount();
  const { user } = renderScreen(<IntakeScreen />);
  await user.click(await screen.findByRole('button', { name: 'Continue it' }));
  expect(screen.getByLabelText('Parent’s name')).toHaveValue('Anita');
});

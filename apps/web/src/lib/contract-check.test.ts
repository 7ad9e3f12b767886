import { bodyProblems } from './contract-check.ts';

it('says what the contract says, under the name of the field', async () => {
  const problems = await bodyProblems('requestMagicLink', { email: 'nobody' });
  expect(problems).toEqual([{ path: 'email', code: 'invalid_format', message: expect.any(String) }]);
});

it('says nothing about a body that is fine', async () => {
  expect(await bodyProblems('requestMagicLink', { email: 'mira@example.com' })).toEqual([]);
});

import { screen } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../test/api-answers.ts';
import { renderPlain } from '../test/render-screen.tsx';
import { useWrite } from './operation-hooks.ts';

function MailButton() {
  const { mutate, error, isSuccess } = useWrite('requestMagicLink');
  return (
    <>
      <button onClick={() => mutate({ body: { email: 'mira@example.com' } })}>mail Mira</button>
      <button onClick={() => mutate({ body: { email: 'ravi@example.com' } })}>mail Ravi</button>
      <p>{error?.code ?? (isSuccess ? 'done' : 'idle')}</p>
    </>
  );
}

const keys = () => requests('requestMagicLink').map((request) => request.headers.get('Idempotency-Key'));

it('keeps the key of an act until it has succeeded', async () => {
  let isDown = true;
  apiAnswers({ requestMagicLink: () => (isDown ? problem(500, 'internal') : { accepted: true }) });
  const { user } = renderPlain(<MailButton />);
  await user.click(screen.getByText('mail Mira'));
  await screen.findByText('internal');
  isDown = false;
  await user.click(screen.getByText('mail Mira'));
  await screen.findByText('done');
  await user.click(screen.getByText('mail Mira'));
  await screen.findByText('done');
  const [first, again, next] = keys();
  expect(again).toBe(first);
  expect(next).not.toBe(first);
});

it('takes another key for another input', async () => {
  apiAnswers({ requestMagicLink: problem(500, 'internal') });
  const { user } = renderPlain(<MailButton />);
  await user.click(screen.getByText('mail Mira'));
  await screen.findByText('internal');
  await user.click(screen.getByText('mail Ravi'));
  await screen.findByText('internal');
  expect(new Set(keys()).size).toBe(2);
});

import { jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { renderPlain } from '../test/render-screen.tsx';
import { ConfirmProvider, useConfirm } from './confirm.tsx';
import { toast, Toasts } from './toasts.tsx';

it('undoes within six seconds, and then says nothing more', async () => {
  const onUndo = jest.fn();
  const { user } = renderPlain(<Toasts />);
  act(() => toast.undoable('Lead archived', onUndo));
  expect(screen.getByRole('status')).toHaveTextContent('Lead archived');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onUndo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Lead archived')).toBeNull();
});

it('lets good news go and keeps bad news until it is closed', async () => {
  jest.useFakeTimers();
  renderPlain(<Toasts />);
  act(() => {
    toast.done('Saved');
    toast.failed('Not saved');
  });
  act(() => jest.advanceTimersByTime(6100));
  expect(screen.queryByText('Saved')).toBeNull();
  expect(screen.getByText('Not saved')).toBeVisible();
});

function CancelButton({ onSure }: { onSure: (isSure: boolean) => void }) {
  const confirm = useConfirm();
  const ask = async () =>
    onSure(
      await confirm({
        title: 'Cancel the class?',
        consequence: '9 families are told.',
        confirmLabel: 'Cancel the class',
        cancelLabel: 'Keep it',
        isDangerous: true,
      }),
    );
  return <button onClick={() => void ask()}>cancel</button>;
}

it('asks with the consequence, and Escape means no', async () => {
  const onSure = jest.fn();
  const { user } = renderPlain(
    <ConfirmProvider>
      <CancelButton onSure={onSure} />
    </ConfirmProvider>,
  );
  await user.click(screen.getByText('cancel'));
  expect(await screen.findByText('9 families are told.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(onSure).toHaveBeenLastCalledWith(false);
  await user.click(screen.getByText('cancel'));
  await user.click(await screen.findByRole('button', { name: 'Cancel the class' }));
  expect(onSure).toHaveBeenLastCalledWith(true);
});

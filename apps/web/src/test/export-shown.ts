import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { apiAnswers, requests } from './api-answers.ts';

/** Exports the list on the screen as CSV; answers the file and the filters that were asked for. */
export async function exportShown(user: UserEvent, button: string | RegExp = 'Export') {
  apiAnswers({ exportRows: {} });
  await user.click(await screen.findByRole('button', { name: button }));
  await user.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  const { params, query } = requests('exportRows').at(-1) ?? {};
  return { file: params?.['file'], query };
}

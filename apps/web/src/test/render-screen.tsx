import { defaultSettings, type Permission, type Role } from '@cartwheel/contracts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmProvider } from '../components/confirm.tsx';
import { ShortcutProvider } from '../components/shortcuts.tsx';
import { cssVariablesResolver, theme } from '../components/theme.ts';
import { Toasts } from '../components/toasts.tsx';
import { CenterProvider } from '../lib/center.tsx';
import { SessionProvider } from '../lib/session.tsx';
import { apiAnswers } from './api-answers.ts';
import { riverside, someone } from './cast.ts';
import { englishMessages } from './messages.ts';

interface RenderOptions {
  /** Who looks at the screen; at Riverside. */
  as?: Role;
  /** What the center's switches add to the role. */
  also?: readonly Permission[];
  /** At the headquarters, outside of any center. */
  isHq?: boolean;
}

/** A screen at /c/riverside/… with everything it stands in: session, center, theme, messages, toasts. */
export function renderScreen(screen: ReactNode, { as = 'CENTER_ADMIN', also, isHq = false }: RenderOptions = {}) {
  apiAnswers({ getMe: someone(as, also), getSettings: { settings: defaultSettings, version: 1, changes: [] } });
  const framed = (
    <>
      <ShortcutProvider>
        <ConfirmProvider>{screen}</ConfirmProvider>
      </ShortcutProvider>
      <Toasts />
    </>
  );
  return renderPlain(
    <SessionProvider waiting={null} failed={NoSession}>
      {isHq ? (
        framed
      ) : (
        <CenterProvider slug={riverside.slug} missing={null}>
          {framed}
        </CenterProvider>
      )}
    </SessionProvider>,
  );
}

function NoSession({ problem }: { problem: Error }) {
  return problem.message;
}

/** A screen outside the session, or one component. */
export function renderPlain(screen: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  const user = userEvent.setup();
  const view = render(
    <NextIntlClientProvider locale="en" messages={englishMessages()} timeZone="UTC">
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
        <QueryClientProvider client={queries}>{screen}</QueryClientProvider>
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  return { ...view, user };
}

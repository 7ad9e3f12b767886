'use client';

import type { ReactNode } from 'react';
import { ConfirmProvider } from '../../components/confirm.tsx';
import { ShortcutProvider } from '../../components/shortcuts.tsx';
import { OfflineBanner } from '../../components/state-views.tsx';
import { Toasts } from '../../components/toasts.tsx';
import { BrowserOnly } from '../../lib/browser-only.tsx';
import { SessionProvider } from '../../lib/session.tsx';
import { SessionFailed } from './session-failed.tsx';
import { ShellOutline } from './shell-outline.tsx';

/** What every page behind the login stands in: the session, keys, questions, toasts. */
export function StaffFrame({ children }: { children: ReactNode }) {
  return (
    <BrowserOnly before={<ShellOutline />}>
      <SessionProvider waiting={<ShellOutline />} failed={SessionFailed}>
        <ShortcutProvider>
          <ConfirmProvider>
            <OfflineBanner />
            {children}
          </ConfirmProvider>
        </ShortcutProvider>
        <Toasts />
      </SessionProvider>
    </BrowserOnly>
  );
}

import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { SignInAgain } from '../../features/auth/sign-in-again.tsx';
import { HqShell } from '../../features/navigation/hq-shell.tsx';

export default function HqLayout({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider>
      <HqShell signInAgain={<SignInAgain />}>{children}</HqShell>
    </NextIntlClientProvider>
  );
}

import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { SignInAgain } from '../../../features/auth/sign-in-again.tsx';
import { CenterShell } from '../../../features/navigation/center-shell.tsx';
import { CommandPalette } from '../../../features/search/command-palette.tsx';

interface CenterLayoutProps {
  children: ReactNode;
  params: Promise<{ center: string }>;
}

export default async function CenterLayout({ children, params }: CenterLayoutProps) {
  const { center } = await params;
  return (
    <NextIntlClientProvider>
      <CenterShell slug={center} search={<CommandPalette />} signInAgain={<SignInAgain />}>
        {children}
      </CenterShell>
    </NextIntlClientProvider>
  );
}

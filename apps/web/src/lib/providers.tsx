'use client';

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { DensitySwitch } from '../components/density.tsx';
import { PrintLight } from '../components/print-light.tsx';
import { cssVariablesResolver, theme } from '../components/theme.ts';
import { newQueryClient } from './query-client.ts';

interface ProvidersProps {
  children: ReactNode;
  nonce: string;
}

export function Providers({ children, nonce }: ProvidersProps) {
  const [queries] = useState(newQueryClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <DensitySwitch />
        <PrintLight />
        {children}
      </QueryClientProvider>
    </MantineProvider>
  );
}

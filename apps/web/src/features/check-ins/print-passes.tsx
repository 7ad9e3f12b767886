'use client';

import { Button } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useOpening } from '../../components/use-opening.ts';
import { useSession } from '../../lib/session.tsx';
import { openBatchPasses } from './queries.ts';

/** The passes of a whole batch, eight on a page. */
export function PrintPasses({ batchId }: { batchId: string }) {
  const t = useTranslations('check-ins');
  const { may } = useSession();
  const print = useOpening(openBatchPasses);
  if (!may('passes:read')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconQrcode size={18} aria-hidden />}
      loading={print.isBusy}
      onClick={() => print.open(batchId)}
    >
      {t('pass.printAll')}
    </Button>
  );
}

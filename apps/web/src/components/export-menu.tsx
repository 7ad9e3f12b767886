'use client';

import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from './problem-notice.tsx';
import { toast } from './toasts.tsx';

interface ExportMenuProps {
  onExport: (format: 'csv' | 'xlsx') => Promise<void>;
}

export function ExportMenu({ onExport }: ExportMenuProps) {
  const t = useTranslations('design');
  const textOf = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const run = async (format: 'csv' | 'xlsx') => {
    setBusy(true);
    try {
      await onExport(format);
    } catch (problem) {
      toast.failed(problem instanceof Error ? textOf(problem) : String(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={isBusy} leftSection={<IconDownload size={18} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('csv')}>{t('exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => void run('xlsx')}>{t('exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

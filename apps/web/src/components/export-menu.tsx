'use client';

import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from './problem-notice.tsx';
import { toast } from './toasts.tsx';

interface ExportMenuProps {
  /** Without it there is nothing to show. */
  onExport?: (format: 'csv' | 'xlsx') => Promise<void>;
  /** Where it stands beside other acts it is a small button, which says what it exports. */
  of?: string;
}

export function ExportMenu({ onExport, of }: ExportMenuProps) {
  const t = useTranslations('design');
  const textOf = useProblemText();
  const [isBusy, setBusy] = useState(false);
  if (!onExport) return null;
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
        {of === undefined ? (
          <Button variant="default" loading={isBusy} leftSection={<IconDownload size={18} aria-hidden />}>
            {t('export')}
          </Button>
        ) : (
          <ActionIcon
            variant="default"
            className="cw-no-print"
            loading={isBusy}
            aria-label={t('exportOf', { what: of })}
            title={t('export')}
          >
            <IconDownload size={20} aria-hidden />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('csv')}>{t('exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => void run('xlsx')}>{t('exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

'use client';

import type { LeadCard, LeadStatus } from '@cartwheel/contracts';
import { Button, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Sheet } from '../../components/sheet.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { movesFrom, stageTone } from './stages.ts';

interface MoveSheetProps {
  lead: LeadCard;
  allowed?: readonly LeadStatus[];
  onPick: (to: LeadStatus) => void;
  onClose: () => void;
}

/** The way to move a lead without dragging: by key, by touch, by screen reader. */
export function MoveSheet({ lead, allowed = movesFrom(lead.status), onPick, onClose }: MoveSheetProps) {
  const t = useTranslations('leads');
  const places = allowed.filter((stage) => stage !== lead.status);
  return (
    <Sheet title={t('moveName', { name: lead.studentName })} isOpen onClose={onClose}>
      <Stack gap={8} maw={480} mx="auto">
        <span>
          {t('nowIn')} <StatusChip tone={stageTone[lead.status]}>{t(`stage.${lead.status}`)}</StatusChip>
        </span>
        {places.length === 0 && <p>{t('noMoves')}</p>}
        {places.map((stage, at) => (
          <Button
            key={stage}
            variant="default"
            size="lg"
            justify="start"
            onClick={() => onPick(stage)}
            {...(at === 0 && { 'data-autofocus': true })}
          >
            {t(`moveTo.${stage}`)}
          </Button>
        ))}
      </Stack>
    </Sheet>
  );
}

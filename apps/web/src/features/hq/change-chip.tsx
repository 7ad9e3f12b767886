import { IconArrowDown, IconArrowUp, IconEqual } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';

interface ChangeChipProps {
  value: number | null;
  previous: number | null;
  /** `share`: both are shares of one, and differ by points. `count`: they differ by a percentage. */
  kind: 'count' | 'share';
  /** The days it is compared with, in words. */
  before: string;
}

/** How a number changed. More is better for everything that stands here. */
export function ChangeChip({ value, previous, kind, before }: ChangeChipProps) {
  const t = useTranslations('hq.change');
  const format = useFormatting();
  if (value === null || previous === null || (kind === 'count' && previous === 0)) return null;
  const change = kind === 'share' ? Math.round((value - previous) * 100) : Math.round((value / previous - 1) * 100);
  const amount = kind === 'share' ? t('points', { count: Math.abs(change) }) : format.percent(Math.abs(change) / 100);
  if (change === 0) {
    return (
      <StatusChip tone="ink" icon={IconEqual}>
        <span title={t('same', { before })}>{t('none')}</span>
      </StatusChip>
    );
  }
  return (
    <StatusChip tone={change > 0 ? 'good' : 'bad'} icon={change > 0 ? IconArrowUp : IconArrowDown}>
      <span title={t(change > 0 ? 'up' : 'down', { amount, before })}>{amount}</span>
    </StatusChip>
  );
}

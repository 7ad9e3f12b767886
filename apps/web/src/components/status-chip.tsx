import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowsExchange,
  IconCircleCheck,
  IconCircleFilled,
  IconInfoCircle,
  IconPointFilled,
  IconStar,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import styles from './status-chip.module.css';
import type { Tone } from './tokens.ts';

const shapes: Record<Tone, ComponentType<{ size: number; stroke?: number; 'aria-hidden': true }>> = {
  good: IconCircleCheck,
  bad: IconAlertCircle,
  warn: IconAlertTriangle,
  info: IconInfoCircle,
  trial: IconStar,
  makeup: IconArrowsExchange,
  ink: IconPointFilled,
  brand: IconCircleFilled,
};

interface StatusChipProps {
  tone: Tone;
  /** The word; colour and shape never stand alone. */
  children: ReactNode;
  icon?: ComponentType<{ size: number; stroke?: number; 'aria-hidden': true }>;
}

export function StatusChip({ tone, children, icon }: StatusChipProps) {
  const Icon = icon ?? shapes[tone];
  return (
    <span className={styles.chip} data-tone={tone}>
      <Icon size={16} stroke={2} aria-hidden />
      {children}
    </span>
  );
}

interface ChipRowProps {
  chips: readonly { key: string; tone: Tone; label: string }[];
  max?: number;
  /** For what does not fit, for example "2 more: Unpaid, No phone". */
  moreLabel: (hidden: readonly string[]) => string;
}

/** At most three chips, then how many are left. */
export function ChipRow({ chips, max = 3, moreLabel }: ChipRowProps) {
  const hidden = chips.slice(max).map((chip) => chip.label);
  return (
    <span className={styles.row}>
      {chips.slice(0, max).map((chip) => (
        <StatusChip key={chip.key} tone={chip.tone}>
          {chip.label}
        </StatusChip>
      ))}
      {hidden.length > 0 && (
        <span className={styles.chip} data-tone="ink" title={moreLabel(hidden)}>
          <span aria-hidden>+{hidden.length}</span>
          <span className={styles.hidden}>{moreLabel(hidden)}</span>
        </span>
      )}
    </span>
  );
}

'use client';

import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Settings, SettingsAnswer } from './queries.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './settings.module.css';
import { WholeNumber } from './whole-number.tsx';

export function BookingCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const numbers = [
    ['generateWeeks', 'weeks', 1, 26],
    ['holdMinutes', 'minutes', 1, 60],
    ['offerMinutes', 'minutes', 1, 120],
    ['cutOffMinutes', 'minutes', 0, 1440],
  ] as const;
  return (
    <SettingCard
      id="booking"
      section="booking"
      fields={['generateWeeks', 'holdMinutes', 'offerMinutes', 'cutOffMinutes']}
      answer={answer}
      exampleOf={({ holdMinutes, generateWeeks }) =>
        t('example.booking', { minutes: holdMinutes, weeks: generateWeeks })
      }
    >
      {(draft, change) =>
        numbers.map(([name, unit, min, max]) => (
          <WholeNumber
            key={name}
            label={t(`booking.${name}`)}
            suffix={t(`unit.${unit}`)}
            min={min}
            max={max}
            value={draft[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))
      }
    </SettingCard>
  );
}

type Tier = Settings['booking']['cancellationTiers'][number];
const MOST_TIERS = 6;

export function CancellationCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  return (
    <SettingCard
      id="cancellation"
      section="booking"
      fields={['cancellationTiers']}
      answer={answer}
      exampleOf={policyOf}
    >
      {({ cancellationTiers: tiers }, change) => {
        const replace = (at: number, tier: Partial<Tier>) =>
          change({ cancellationTiers: tiers.map((one, index) => (index === at ? { ...one, ...tier } : one)) });
        return (
          <>
            {tiers.map((tier, at) => (
              <Group key={at} gap={8} align="end" wrap="nowrap">
                <WholeNumber
                  label={t('tierHours')}
                  suffix={t('unit.hours')}
                  min={0}
                  max={720}
                  value={tier.hoursBefore}
                  onChange={(hoursBefore) => replace(at, { hoursBefore })}
                />
                <WholeNumber
                  label={t('tierRefund')}
                  suffix="%"
                  min={0}
                  max={100}
                  value={tier.refundPercent}
                  onChange={(refundPercent) => replace(at, { refundPercent })}
                />
                <ActionIcon
                  aria-label={t('removeTier', { hours: tier.hoursBefore })}
                  onClick={() => change({ cancellationTiers: tiers.filter((_, index) => index !== at) })}
                >
                  <IconX size={20} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
            <Button
              variant="default"
              className={styles.add}
              leftSection={<IconPlus size={18} aria-hidden />}
              disabled={tiers.length >= MOST_TIERS}
              onClick={() => change({ cancellationTiers: [...tiers, { hoursBefore: 0, refundPercent: 0 }] })}
            >
              {t('addTier')}
            </Button>
          </>
        );
      }}
    </SettingCard>
  );
}

const policyOf = ({ cancellationTiers }: Settings['booking']) => <PolicySentences tiers={cancellationTiers} />;

/** The tiers as a family reads them, earliest first, with what is left when it is too late. */
function PolicySentences({ tiers }: { tiers: readonly Tier[] }) {
  const t = useTranslations('settings');
  const format = useFormatting();
  const sorted = tiers.toSorted((one, other) => other.hoursBefore - one.hoursBefore);
  return (
    <>
      <span className={styles.bar} aria-hidden>
        {sorted.map((tier) => (
          <span key={tier.hoursBefore} style={{ opacity: 0.25 + (0.75 * tier.refundPercent) / 100 }} />
        ))}
        <span style={{ opacity: 0.12 }} />
      </span>
      {sorted.map((tier) => (
        <span key={tier.hoursBefore} className={styles.line}>
          {t('example.tier', { hours: tier.hoursBefore, refund: format.percent(tier.refundPercent / 100) })}
        </span>
      ))}
      <span className={styles.line}>{t('example.tooLate')}</span>
    </>
  );
}

'use client';

import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { Settings, SettingsAnswer } from './queries.ts';
import { SettingCard } from './setting-card.tsx';
import { WholeNumber } from './whole-number.tsx';

type Policy = Settings['booking']['makeUps'];

const numbers = [
  ['noticeHours', 'hours', 0, 720],
  ['expiryDays', 'days', 1, 365],
] as const;

export function MakeUpsCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const terms = useTerms();
  return (
    <SettingCard
      id="makeUps"
      section="booking"
      fields={['makeUps']}
      answer={answer}
      exampleOf={({ makeUps: { enabled, noticeHours, expiryDays, mostPerPeriod, period } }) =>
        enabled
          ? t('example.makeUps', { ...terms, hours: noticeHours, days: expiryDays, most: mostPerPeriod, period })
          : t('example.noMakeUps')
      }
    >
      {({ makeUps }, change) => {
        const set = (part: Partial<Policy>) => change({ makeUps: { ...makeUps, ...part } });
        return (
          <>
            <Switch
              label={t('makeUps.enabled')}
              checked={makeUps.enabled}
              onChange={(event) => set({ enabled: event.currentTarget.checked })}
            />
            {numbers.map(([name, unit, min, max]) => (
              <WholeNumber
                key={name}
                label={t(`makeUps.${name}`)}
                suffix={t(`unit.${unit}`)}
                min={min}
                max={max}
                value={makeUps[name]}
                onChange={(value) => set({ [name]: value })}
              />
            ))}
            <WholeNumber
              label={t('makeUps.mostPerPeriod')}
              min={1}
              max={50}
              value={makeUps.mostPerPeriod}
              onChange={(mostPerPeriod) => set({ mostPerPeriod })}
            />
            <ChoiceChips
              label={t('makeUps.period')}
              value={makeUps.period}
              onChange={(period) => set({ period })}
              choices={[
                { value: 'MONTH', label: t('makeUps.MONTH') },
                { value: 'ENROLLMENT', label: t('makeUps.ENROLLMENT') },
              ]}
            />
          </>
        );
      }}
    </SettingCard>
  );
}

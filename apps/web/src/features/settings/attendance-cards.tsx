'use client';

import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { SettingsAnswer } from './queries.ts';
import { SettingCard } from './setting-card.tsx';
import { WholeNumber } from './whole-number.tsx';

const reasons = ['expired', 'usedUp', 'paused', 'unpaid'] as const;

export function InactiveCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const terms = useTerms();
  return (
    <SettingCard
      id="inactive"
      section="attendance"
      fields={['onInactive']}
      answer={answer}
      exampleOf={({ onInactive }) => t(`example.expired.${onInactive.expired}`, terms)}
    >
      {({ onInactive }, change) =>
        reasons.map((reason) => (
          <ChoiceChips
            key={reason}
            label={t(`inactive.${reason}`)}
            value={onInactive[reason]}
            onChange={(reaction) => change({ onInactive: { ...onInactive, [reason]: reaction } })}
            choices={[
              { value: 'WARN', label: t('warn') },
              { value: 'BLOCK', label: t('block') },
            ]}
          />
        ))
      }
    </SettingCard>
  );
}

export function MarkingCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const terms = useTerms();
  return (
    <SettingCard
      id="marking"
      section="attendance"
      fields={['lateGraceMinutes', 'checkInMinutesBefore', 'frontDeskMayMark', 'trainerCorrectionHours']}
      answer={answer}
      exampleOf={({ lateGraceMinutes }) => t('example.late', { ...terms, minutes: lateGraceMinutes })}
    >
      {(draft, change) => (
        <>
          <WholeNumber
            label={t('lateGrace')}
            suffix={t('unit.minutes')}
            min={0}
            max={120}
            value={draft.lateGraceMinutes}
            onChange={(lateGraceMinutes) => change({ lateGraceMinutes })}
          />
          <WholeNumber
            label={t('checkInOpens')}
            suffix={t('unit.minutes')}
            min={0}
            max={240}
            value={draft.checkInMinutesBefore}
            onChange={(checkInMinutesBefore) => change({ checkInMinutesBefore })}
          />
          <WholeNumber
            label={t('correction', terms)}
            suffix={t('unit.hours')}
            min={1}
            max={720}
            value={draft.trainerCorrectionHours}
            onChange={(trainerCorrectionHours) => change({ trainerCorrectionHours })}
          />
          <Switch
            label={t('deskMarks')}
            checked={draft.frontDeskMayMark}
            onChange={(event) => change({ frontDeskMayMark: event.currentTarget.checked })}
          />
        </>
      )}
    </SettingCard>
  );
}

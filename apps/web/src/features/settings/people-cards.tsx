'use client';

import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { Settings, SettingsAnswer } from './queries.ts';
import { SettingCard } from './setting-card.tsx';

export function PrivacyCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const terms = useTerms();
  return (
    <SettingCard
      id="privacy"
      section="privacy"
      fields={['trainersSeePhones', 'trainersSeePaidFlag', 'frontDeskSeesProgress']}
      answer={answer}
      exampleOf={({ trainersSeePhones }) =>
        t(trainersSeePhones ? 'example.phonesShown' : 'example.phonesHidden', terms)
      }
    >
      {(draft, change) =>
        (['trainersSeePhones', 'trainersSeePaidFlag', 'frontDeskSeesProgress'] as const).map((name) => (
          <Switch
            key={name}
            label={t(`privacy.${name}`, terms)}
            checked={draft[name]}
            onChange={(event) => change({ [name]: event.currentTarget.checked })}
          />
        ))
      }
    </SettingCard>
  );
}

type Terms = Settings['terms'];
const student = ['CHILD', 'STUDENT', 'MEMBER', 'CLIENT'] as const satisfies readonly Terms['student'][];
const trainer = ['TRAINER', 'COACH', 'THERAPIST', 'TEACHER'] as const satisfies readonly Terms['trainer'][];
const batch = ['BATCH', 'CLASS', 'GROUP', 'PROGRAM'] as const satisfies readonly Terms['batch'][];

export function WordsCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const word = useTranslations('terms');
  const choices = <Word extends Terms[keyof Terms]>(words: readonly Word[]) =>
    words.map((value) => ({ value, label: word(`${value as string}.one`) }));
  const exampleOf = (draft: Terms) =>
    t('example.words', {
      students: word(`${draft.student}.many`),
      trainer: word(`${draft.trainer}.one`),
      batch: word(`${draft.batch}.one`),
    });
  return (
    <SettingCard
      id="words"
      section="terms"
      fields={['student', 'trainer', 'batch']}
      answer={answer}
      exampleOf={exampleOf}
    >
      {(draft, change) => (
        <>
          <ChoiceChips
            label={t('word.student')}
            value={draft.student}
            onChange={(value) => change({ student: value })}
            choices={choices(student)}
          />
          <ChoiceChips
            label={t('word.trainer')}
            value={draft.trainer}
            onChange={(value) => change({ trainer: value })}
            choices={choices(trainer)}
          />
          <ChoiceChips
            label={t('word.batch')}
            value={draft.batch}
            onChange={(value) => change({ batch: value })}
            choices={choices(batch)}
          />
        </>
      )}
    </SettingCard>
  );
}

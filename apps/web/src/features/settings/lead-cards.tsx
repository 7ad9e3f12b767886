'use client';

import { Button, Group, Switch, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import type { SettingsAnswer } from './queries.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './settings.module.css';
import { WholeNumber } from './whole-number.tsx';

export function SourcesCard({ answer }: { answer: SettingsAnswer }) {
  return (
    <SettingCard id="sources" section="leads" fields={['sources']} answer={answer}>
      {({ sources }, change) => <SourceList sources={sources} onChange={(next) => change({ sources: next })} />}
    </SettingCard>
  );
}

function SourceList({ sources, onChange }: { sources: readonly string[]; onChange: (sources: string[]) => void }) {
  const t = useTranslations('settings');
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const isNew = name !== '' && !sources.some((source) => source.toLowerCase() === name.toLowerCase());
  const add = () => {
    if (!isNew) return;
    onChange([...sources, name]);
    setTyped('');
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <>
      <ul className={styles.sources} aria-label={t('card.sources.title')}>
        {sources.map((source) => (
          <li key={source}>
            <bdi>{source}</bdi>
            <button
              type="button"
              aria-label={t('removeSource', { source })}
              disabled={sources.length === 1}
              onClick={() => onChange(sources.filter((other) => other !== source))}
            >
              <IconX size={18} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Group gap={8} align="end">
        <TextInput
          label={t('newSource')}
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onEnter}
        />
        <Button variant="default" disabled={!isNew || sources.length >= 30} onClick={add}>
          {t('add')}
        </Button>
      </Group>
    </>
  );
}

export function FollowUpCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  return (
    <SettingCard
      id="followUp"
      section="leads"
      fields={['followUpDays']}
      answer={answer}
      exampleOf={({ followUpDays }) => t('example.followUp', { days: followUpDays })}
    >
      {({ followUpDays }, change) => (
        <WholeNumber
          label={t('followUpDays')}
          suffix={t('unit.days')}
          min={0}
          max={60}
          value={followUpDays}
          onChange={(days) => change({ followUpDays: days })}
        />
      )}
    </SettingCard>
  );
}

export function DeskImportCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  return (
    <SettingCard
      id="deskImport"
      section="leads"
      fields={['frontDeskMayImport']}
      answer={answer}
      exampleOf={({ frontDeskMayImport }) => t('example.deskImport', { may: frontDeskMayImport ? 'yes' : 'no' })}
    >
      {({ frontDeskMayImport }, change) => (
        <Switch
          label={t('deskImports')}
          checked={frontDeskMayImport}
          onChange={(event) => change({ frontDeskMayImport: event.currentTarget.checked })}
        />
      )}
    </SettingCard>
  );
}

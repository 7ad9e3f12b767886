'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { toast } from '../../components/toasts.tsx';
import { CardFrame } from './card-frame.tsx';
import { type Settings, type SettingsAnswer, useChangeSettings } from './queries.ts';
import type { CardId } from './sections.ts';
import { changesOf, lastChangeOf } from './setting-changes.ts';

export type SectionName = Exclude<keyof Settings, 'weekStart'>;

interface SettingCardProps<Section extends SectionName> {
  id: CardId;
  section: Section;
  /** The settings of the section that stand on this card. */
  fields: readonly (keyof Settings[Section] & string)[];
  answer: SettingsAnswer;
  /** What it means as it stands on the card now. */
  exampleOf?: (draft: Settings[Section]) => ReactNode;
  children: (draft: Settings[Section], change: (patch: Partial<Settings[Section]>) => void) => ReactNode;
}

export function SettingCard<Section extends SectionName>(props: SettingCardProps<Section>) {
  const { id, section, fields, answer, exampleOf, children } = props;
  const t = useTranslations('settings');
  const [patch, setPatch] = useState<Partial<Settings[Section]>>({});
  const { save, isPending, problem } = useChangeSettings(answer.version);
  const current = answer.settings[section];
  const draft = { ...current, ...patch };
  const changes = changesOf(current, draft);
  const saveChanges = () =>
    save({ [section]: changes }).then(
      () => {
        setPatch({});
        toast.done(t('saved'));
      },
      () => {}, // The card shows the refusal.
    );
  return (
    <CardFrame
      id={id}
      example={exampleOf?.(draft)}
      changed={lastChangeOf(
        answer.changes,
        fields.map((field) => `${section}.${field}`),
      )}
      isDirty={changes !== undefined}
      isSaving={isPending}
      problem={problem}
      onSave={() => void saveChanges()}
      onReset={() => setPatch({})}
    >
      {children(draft, (more) => setPatch((before) => ({ ...before, ...more })))}
    </CardFrame>
  );
}

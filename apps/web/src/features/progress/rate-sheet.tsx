'use client';

import type { SkillLevel } from '@cartwheel/contracts';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { useLevelWords } from '../../components/skill-level.tsx';
import { isLower } from '../../lib/skill-levels.ts';
import { LevelButtons } from '../../components/level-buttons.tsx';
import styles from './progress.module.css';

const reasons = ['mistake', 'practice', 'break'] as const;

interface RateSheetProps {
  studentName: string;
  skill: { name: string; description: string | null };
  /** As it is now. */
  level: SkillLevel;
  /** A lower level that was tapped and needs its reason. */
  asked?: SkillLevel | undefined;
  mayAssess: boolean;
  onRate: (level: SkillLevel, notes: string | undefined) => void;
  onClose: () => void;
  /** Below: what was rated before. */
  children?: ReactNode;
}

/** One skill of one student: the exact level, a note, and why where it becomes lower. */
export function RateSheet({ studentName, skill, level, asked, mayAssess, onRate, onClose, children }: RateSheetProps) {
  const t = useTranslations('progress');
  const { word } = useLevelWords();
  const [picked, setPicked] = useState(asked ?? level);
  const [note, setNote] = useState('');
  const needsReason = isLower(picked, level);
  const isSomething = picked !== level || note.trim() !== '';
  const rate = (notes: string) => onRate(picked, notes.trim() || undefined);
  return (
    <Sheet title={t('sheet.title', { name: studentName, skill: skill.name })} isOpen onClose={onClose} side="right">
      <div className={styles.stack}>
        {skill.description && <p dir="auto">{skill.description}</p>}
        <LevelButtons label={t('level')} level={picked} isDisabled={!mayAssess} onPick={setPicked} />
        {needsReason && (
          <div className={styles.stack} role="group" aria-label={t('sheet.why')}>
            <p>{t('sheet.lower', { from: word(level), to: word(picked) })}</p>
            <div className={styles.chips}>
              {reasons.map((reason) => (
                <Button key={reason} variant="default" size="lg" onClick={() => rate(t(`reason.${reason}`))}>
                  {t(`reason.${reason}`)}
                </Button>
              ))}
            </div>
          </div>
        )}
        {mayAssess && (
          <>
            <Textarea
              label={t(needsReason ? 'sheet.otherReason' : 'sheet.note')}
              maxLength={500}
              rows={2}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Button size="lg" disabled={!isSomething || (needsReason && note.trim() === '')} onClick={() => rate(note)}>
              {t('sheet.save')}
            </Button>
          </>
        )}
        {children}
      </div>
    </Sheet>
  );
}

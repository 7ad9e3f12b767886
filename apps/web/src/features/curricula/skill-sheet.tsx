'use client';

import type { Skill } from '@cartwheel/contracts';
import { Autocomplete, Button, Group, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import styles from './curricula.module.css';
import { useChangeSkill } from './queries.ts';

interface SkillSheetProps {
  skill: Skill;
  categories: readonly string[];
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}

/** Everything about one skill, and the ways to move it that need neither a mouse nor keys. */
export function SkillSheet({ skill, categories, onStep, onClose }: SkillSheetProps) {
  const t = useTranslations('curricula');
  const [name, setName] = useState(skill.name);
  const [category, setCategory] = useState(skill.category ?? '');
  const [description, setDescription] = useState(skill.description ?? '');
  const { change, isPending, error } = useChangeSkill();
  const body = {
    ...(name.trim() !== skill.name && { name: name.trim() }),
    ...(category.trim() !== (skill.category ?? '') && { category: category.trim() || null }),
    ...(description.trim() !== (skill.description ?? '') && { description: description.trim() || null }),
  };
  const isSame = Object.keys(body).length === 0;
  return (
    <Sheet title={skill.name} isOpen onClose={onClose} side="right">
      <div className={styles.stack}>
        <ProblemNotice problem={error} words={{ duplicate: t('skillTaken') }} />
        <TextInput
          label={t('skillName')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Autocomplete
          label={t('category')}
          data={[...categories]}
          maxLength={80}
          value={category}
          onChange={setCategory}
        />
        <Textarea
          label={t('criteria')}
          description={t('criteriaHint')}
          maxLength={1000}
          autosize
          minRows={3}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Button
          size="lg"
          disabled={isSame || !name.trim()}
          loading={isPending}
          onClick={() => change(skill, body, onClose)}
        >
          {t('save')}
        </Button>
        <Group gap={8} grow>
          <Button variant="default" leftSection={<IconArrowUp size={18} aria-hidden />} onClick={() => onStep(-1)}>
            {t('up')}
          </Button>
          <Button variant="default" leftSection={<IconArrowDown size={18} aria-hidden />} onClick={() => onStep(1)}>
            {t('down')}
          </Button>
        </Group>
        <Retire skill={skill} onDone={onClose} />
      </div>
    </Sheet>
  );
}

function Retire({ skill, onDone }: { skill: Skill; onDone: () => void }) {
  const t = useTranslations('curricula');
  const { changed, isPending } = useChangeSkill();
  const retire = async () => {
    const retired = await changed(skill, { retired: true });
    onDone();
    toast.undoable(t('retired', { name: skill.name }), () => void changed(retired, { retired: false }));
  };
  return (
    <>
      <Button variant="default" loading={isPending} onClick={() => void retire()}>
        {t('retire')}
      </Button>
      <p className={styles.hint}>{t('retireHint')}</p>
    </>
  );
}

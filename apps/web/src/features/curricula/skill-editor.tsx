'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Hidden } from '../../components/hidden.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { AddSkill } from './add-skill.tsx';
import { CategoryHead } from './category-head.tsx';
import styles from './curricula.module.css';
import type { CurriculumWithSkills } from './queries.ts';
import { RetiredSkills } from './retired-skills.tsx';
import { SkillItem } from './skill-item.tsx';
import { SkillSheet } from './skill-sheet.tsx';
import { useSkillEditing } from './use-skill-editing.ts';

/** The skills under their categories: typed one after the other, renamed in place, moved by mouse and by keys. */
export function SkillEditor({ curriculum }: { curriculum: CurriculumWithSkills }) {
  const t = useTranslations('curricula');
  const [opened, setOpened] = useState<string | null>(null);
  const editing = useSkillEditing(curriculum);
  const { groups, categories } = editing;
  const openSkill = groups.flatMap((group) => group.skills).find((skill) => skill.id === opened);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls in it bubble here
    <section className={styles.editor} aria-label={t('skills')} onKeyDown={editing.onKeyDown}>
      <p className={styles.hint}>
        {t('moveHint')} {editing.isSaving && <StatusChip tone="ink">{t('saving')}</StatusChip>}
      </p>
      {groups.map(({ category, skills }) => (
        <div key={category ?? ''} className={styles.group}>
          {(category !== null || groups.length > 1) && (
            <CategoryHead
              category={category}
              count={skills.length}
              onRename={(name) => editing.renameCategory(category, name)}
              onDrop={(id) => editing.drop(id, { category })}
            />
          )}
          <ol className={styles.skills}>
            {skills.map((skill) => (
              <SkillItem key={skill.id} skill={skill} onDrop={editing.drop} onOpen={setOpened} />
            ))}
            {editing.adding
              .filter((one) => one.category === category)
              .map((one) => (
                <li key={one.key} className={styles.coming}>
                  {one.name}
                </li>
              ))}
          </ol>
          <AddSkill category={category} onAdd={(name) => editing.add(name, category)} />
        </div>
      ))}
      <NewCategory onAdd={editing.openCategory} />
      <RetiredSkills skills={curriculum.skills.filter((skill) => skill.retiredAt !== null)} />
      <div role="status" aria-live="polite">
        <Hidden>{editing.said}</Hidden>
      </div>
      {openSkill && (
        <SkillSheet
          key={openSkill.id}
          skill={openSkill}
          categories={categories}
          onStep={(by) => editing.step(openSkill.id, by)}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

function NewCategory({ onAdd }: { onAdd: (name: string) => void }) {
  const t = useTranslations('curricula');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onAdd(name.trim());
    setName('');
  };
  return (
    <form className={styles.adder} onSubmit={submit}>
      <TextInput
        aria-label={t('newCategory')}
        placeholder={t('newCategory')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!name.trim()}>
        {t('addCategory')}
      </Button>
    </form>
  );
}

'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ListExport } from '../../components/list-export.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { useSession } from '../../lib/session.tsx';
import { CurriculumForm } from './curriculum-form.tsx';
import { PasteSheet } from './paste-sheet.tsx';
import { useCurriculaPlace } from './place.ts';
import { type CurriculumWithSkills, useChangeCurriculum, useCopyCurriculum, useCurriculum } from './queries.ts';
import { SkillEditor } from './skill-editor.tsx';
import { SkillsRead } from './skills-read.tsx';
import { TrainerPreview } from './trainer-preview.tsx';
import styles from './curricula.module.css';

export function CurriculumScreen({ id }: { id: string }) {
  const t = useTranslations('curricula');
  const { may } = useSession();
  const curriculum = useCurriculum(id);
  if (!may('curricula:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <QueryView query={curriculum} failure={t('oneFailed')}>
      {(found) => <CurriculumPage curriculum={found} />}
    </QueryView>
  );
}

function CurriculumPage({ curriculum }: { curriculum: CurriculumWithSkills }) {
  const { mayChange } = useCurriculaPlace();
  const isOpen = mayChange(curriculum) && curriculum.active;
  const taught = curriculum.skills.filter((skill) => skill.retiredAt === null);
  return (
    <>
      <Header curriculum={curriculum} />
      <div className={styles.panes}>
        {isOpen ? <SkillEditor curriculum={curriculum} /> : <SkillsRead skills={taught} />}
        {taught.length > 0 && <TrainerPreview skills={taught} />}
      </div>
    </>
  );
}

function Header({ curriculum }: { curriculum: CurriculumWithSkills }) {
  const t = useTranslations('curricula');
  const { isHq } = useCurriculaPlace();
  const { centerId, copiedFrom, description } = curriculum;
  const origin = copiedFrom && t('copiedFrom', { name: copiedFrom.name });
  const about = [description, origin].filter(Boolean).join(' · ');
  return (
    <PageHeader
      title={<span dir="auto">{curriculum.name}</span>}
      subtitle={about && <span dir="auto">{about}</span>}
      beside={
        <>
          {!isHq && <StatusChip tone={centerId ? 'ink' : 'brand'}>{t(centerId ? 'ofCenter' : 'ofAll')}</StatusChip>}
          <StatusChip tone="info">{t('version', { version: curriculum.version })}</StatusChip>
          {!curriculum.active && <StatusChip tone="ink">{t('archived')}</StatusChip>}
        </>
      }
      actions={
        <>
          <ListExport kind="curriculum" filters={{ id: curriculum.id, retired: 'true' }} of={curriculum.name} />
          <Acts curriculum={curriculum} />
        </>
      }
    />
  );
}

function Acts({ curriculum }: { curriculum: CurriculumWithSkills }) {
  const t = useTranslations('curricula');
  const place = useCurriculaPlace();
  const router = useRouter();
  const [open, setOpen] = useState<'edit' | 'paste' | null>(null);
  const mayChange = place.mayChange(curriculum);
  const { name } = curriculum;
  const copy = useCopyCurriculum((made) => {
    toast.done(t('copied', { name: made.name }));
    router.push(place.page(made.id));
  });
  const textOf = useProblemText();
  const { change, isPending, error } = useChangeCurriculum(curriculum, (changed) => {
    setOpen(null);
    if (changed.active === curriculum.active) toast.done(t('saved', { name: changed.name }));
    else toast.done(t(changed.active ? 'restored' : 'putAway', { name }));
  });
  useShortcut('e', t('edit'), () => setOpen('edit'), mayChange && curriculum.active);
  if (!place.mayWrite) return null;
  return (
    <>
      <Button
        variant={mayChange ? 'default' : 'filled'}
        loading={copy.isPending}
        onClick={() =>
          copy.mutate(
            { params: { id: curriculum.id }, body: {} },
            { onError: (problem) => toast.failed(problem.code === 'duplicate' ? t('nameTaken') : textOf(problem)) },
          )
        }
      >
        {t(mayChange ? 'copy' : 'copyHere')}
      </Button>
      {mayChange && (
        <Button variant="default" loading={isPending} onClick={() => change({ active: !curriculum.active })}>
          {t(curriculum.active ? 'archive' : 'restore')}
        </Button>
      )}
      {mayChange && curriculum.active && (
        <>
          <Button variant="default" onClick={() => setOpen('edit')}>
            {t('edit')}
          </Button>
          <Button onClick={() => setOpen('paste')}>{t('paste.open')}</Button>
        </>
      )}
      <Sheet title={t('editName', { name })} isOpen={open === 'edit'} onClose={() => setOpen(null)} side="right">
        <CurriculumForm
          operation="changeCurriculum"
          initial={{ name, description: curriculum.description ?? '' }}
          submitLabel={t('save')}
          isSaving={isPending}
          problem={error}
          onSubmit={change}
        />
      </Sheet>
      {open === 'paste' && <PasteSheet curriculum={curriculum} onClose={() => setOpen(null)} />}
    </>
  );
}

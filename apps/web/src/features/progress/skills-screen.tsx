'use client';

import type { SkillMatrix } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListExport } from '../../components/list-export.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Empty, Forbidden } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { Matrix } from './matrix.tsx';
import { useSkillMatrix } from './queries.ts';

/** How far everybody in a batch is, and a tap to say that somebody is further. */
export function SkillsScreen({ batchId }: { batchId: string }) {
  const t = useTranslations('progress');
  const terms = useTerms();
  const { may } = useSession();
  const matrix = useSkillMatrix(batchId);
  if (!may('progress:read')) return <Forbidden who={t('whoMay', terms)} isPage />;
  return (
    <QueryView query={matrix} failure={t('matrixFailed')}>
      {(found) => (
        <>
          <Header matrix={found} />
          {found.curriculum && found.skills.length > 0 && found.rows.length > 0 ? (
            <Matrix key={found.curriculum.id} matrix={found} />
          ) : (
            <WhatIsMissing matrix={found} />
          )}
        </>
      )}
    </QueryView>
  );
}

function Header({ matrix }: { matrix: SkillMatrix }) {
  const t = useTranslations('progress');
  const path = useCenterPath();
  const { curriculum, batch, session } = matrix;
  return (
    <PageHeader
      title={<span dir="auto">{batch.name}</span>}
      subtitle={curriculum && <span dir="auto">{t('curriculum', curriculum)}</span>}
      beside={!matrix.mayAssess && <StatusChip tone="ink">{t('readOnly')}</StatusChip>}
      actions={
        <>
          <ListExport kind="skill-matrix" filters={{ id: batch.id }} of={batch.name} />
          {session && (
            <Button component={Link} href={path('sessions', session.id)} prefetch={false} variant="default">
              {t('toRoster')}
            </Button>
          )}
        </>
      }
    />
  );
}

function WhatIsMissing({ matrix }: { matrix: SkillMatrix }) {
  const t = useTranslations('progress');
  const terms = useTerms();
  const path = useCenterPath();
  const { may } = useSession();
  const { curriculum, batch } = matrix;
  const wayOn = (href: string, label: string) => (
    <Button component={Link} href={href} prefetch={false}>
      {label}
    </Button>
  );
  if (!curriculum) {
    const mayChoose = may('batches:write');
    return (
      <div className="cw-card">
        <Empty
          title={t('missing.curriculum', terms)}
          text={t(mayChoose ? 'missing.curriculumText' : 'missing.askAdmin', terms)}
          action={mayChoose && wayOn(path('batches', batch.id), t('missing.choose'))}
        />
      </div>
    );
  }
  if (matrix.skills.length === 0) {
    return (
      <div className="cw-card">
        <Empty
          title={t('missing.skills', curriculum)}
          action={may('curricula:write') && wayOn(path('curricula', curriculum.id), t('missing.addSkills'))}
        />
      </div>
    );
  }
  return (
    <div className="cw-card">
      <Empty title={t('missing.students', terms)} text={t('missing.studentsText', terms)} />
    </div>
  );
}

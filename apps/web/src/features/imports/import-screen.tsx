'use client';

import type { Import } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Anchor } from '@mantine/core';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { CheckedStep } from './checked-step.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportChip } from './imports-screen.tsx';
import styles from './imports.module.css';
import { useImport, useImportActs } from './queries.ts';
import { ReviewStep } from './review-step.tsx';
import { Steps } from './steps.tsx';

export function ImportScreen({ id }: { id: string }) {
  const t = useTranslations('imports');
  const { may } = useSession();
  const query = useImport(id);
  if (!may('imports:manage')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <QueryView query={query} failure={t('importFailed')}>
      {(found) => <OpenImport found={found} />}
    </QueryView>
  );
}

function OpenImport({ found }: { found: Import }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const terms = useTerms();
  const path = useCenterPath();
  const acts = useImportActs(found.id);
  return (
    <>
      <PageHeader
        title={<bdi>{found.fileName}</bdi>}
        beside={<ImportChip status={found.status} />}
        subtitle={
          <>
            <Anchor component={Link} href={path('imports')} prefetch={false} inline underline="always">
              {t('title')}
            </Anchor>
            {' · '}
            {t(`kind.${found.kind}`, terms)}
          </>
        }
      />
      <Steps status={found.status} />
      {found.sameFileImportedAt && ['UPLOADED', 'CHECKED'].includes(found.status) && (
        <p className={styles.sameFile}>{t('sameFile', { when: format.dateTime(found.sameFileImportedAt) })}</p>
      )}
      <ProblemNotice problem={acts.problem} />
      <Step found={found} acts={acts} />
    </>
  );
}

function Step({ found, acts }: { found: Import; acts: ReturnType<typeof useImportActs> }) {
  const { status } = found;
  if (status === 'UPLOADED') return <ReviewStep found={found} acts={acts} />;
  if (status === 'CHECKED') return <CheckedStep found={found} acts={acts} />;
  if (status === 'CHECKING' || status === 'RUNNING' || status === 'UNDOING') return <ImportProgress found={found} />;
  return <ImportResult found={found} acts={acts} />;
}

'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { ApiProblem } from '../../lib/api-problem.ts';
import { useCenterPath } from '../../lib/center-path.ts';

interface IntakeProblemProps {
  failure: ApiProblem | null;
  childName: string;
}

/** A child with an open enquiry is not captured twice: the way to the first one stands here. */
export function IntakeProblem({ failure, childName }: IntakeProblemProps) {
  const t = useTranslations('leads');
  const path = useCenterPath();
  if (!failure || failure.errors.length > 0) return null;
  const existing = failure.code === 'duplicate' && failure.existingId;
  const open = existing && (
    <Anchor component={Link} href={path('leads', existing)} prefetch={false}>
      {t('openExisting', { name: childName })}
    </Anchor>
  );
  return <ProblemNotice problem={failure} words={{ duplicate: t('hasOpenLead', { name: childName }) }} action={open} />;
}

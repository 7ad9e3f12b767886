'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCurriculaPlace } from './place.ts';
import { useCreateCurriculum, usePasteSkills } from './queries.ts';

/** Something to change is easier than an empty page. */
export function SampleButton() {
  const t = useTranslations('curricula');
  const router = useRouter();
  const place = useCurriculaPlace();
  const textOf = useProblemText();
  const create = useCreateCurriculum(() => {});
  const paste = usePasteSkills();
  const start = async () => {
    try {
      const { id } = await create.mutateAsync({ body: { name: t('sample.name'), description: t('sample.text') } });
      await paste.mutateAsync({ params: { id }, body: { lines: t('sample.lines').split('\n') } });
      router.push(place.page(id));
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  return (
    <Button variant="default" loading={create.isPending || paste.isPending} onClick={() => void start()}>
      {t('sample.start')}
    </Button>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { CurriculumForm } from './curriculum-form.tsx';
import { useCurriculaPlace } from './place.ts';
import { useCreateCurriculum } from './queries.ts';

export function NewCurriculumSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('curricula');
  const router = useRouter();
  const place = useCurriculaPlace();
  const create = useCreateCurriculum(({ id, name }) => {
    toast.done(t('created', { name }));
    router.push(place.page(id));
  });
  return (
    <Sheet title={t('new')} isOpen onClose={onClose} side="right">
      <CurriculumForm
        operation="createCurriculum"
        initial={{ name: '', description: '' }}
        submitLabel={t('create')}
        isSaving={create.isPending}
        problem={create.error}
        onSubmit={(body, onError) => create.mutate({ body }, { onError })}
      />
    </Sheet>
  );
}

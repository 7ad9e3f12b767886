'use client';

import { Button, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useCenter } from '../../lib/center.tsx';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { type Student, useMerge, useStudent } from './queries.ts';
import styles from './students.module.css';

interface MergeSheetProps {
  student: Student;
  otherId: string;
  onClose: () => void;
}

/** Two records side by side; one stays, and everything of the other moves to it. */
export function MergeSheet({ student, otherId, onClose }: MergeSheetProps) {
  const t = useTranslations('students');
  const other = useStudent(otherId);
  return (
    <Sheet title={t('mergeTitle')} isOpen onClose={onClose} side="right">
      <QueryView query={other} failure={t('oneFailed')}>
        {(found) => <SideBySide pair={[student, found]} onClose={onClose} />}
      </QueryView>
    </Sheet>
  );
}

function SideBySide({ pair: [one, two], onClose }: { pair: [Student, Student]; onClose: () => void }) {
  const t = useTranslations('students');
  const router = useRouter();
  const path = useCenterPath();
  const factsOf = useFacts();
  const { merge, isPending, error } = useMerge((kept) => {
    toast.done(t('merged', { name: kept.name }));
    onClose();
    router.push(path('students', kept.id));
  });
  const left = factsOf(one);
  const right = factsOf(two);
  return (
    <div className={styles.main}>
      <p className={styles.plain}>{t('mergeText')}</p>
      <ProblemNotice problem={error} />
      <Table>
        <Table.Tbody>
          {left.map(([name, value], at) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{value}</Table.Td>
              <Table.Td>{right[at]?.[1]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div className={styles.two}>
        <Button loading={isPending} onClick={() => merge(one.id, two.id)}>
          {t('keepLeft')}
        </Button>
        <Button loading={isPending} variant="default" onClick={() => merge(two.id, one.id)}>
          {t('keepRight')}
        </Button>
      </div>
    </div>
  );
}

function useFacts(): (student: Student) => [string, string][] {
  const t = useTranslations('students');
  const format = useFormatting();
  const { timezone } = useCenter();
  return (student) => [
    [t('field.name'), student.name],
    [t('fact.born'), student.dob ? format.date(student.dob) : ''],
    [t('status'), t(`is.${student.status}`)],
    [t('family'), student.guardians.map(({ name, phone }) => [name, phone].filter(Boolean).join(', ')).join('; ')],
    [t('fact.school'), student.school ?? ''],
    [t('fact.medical'), student.medicalNotes ?? ''],
    [t('since'), format.date(dayIn(timezone, student.createdAt))],
  ];
}

import { Skeleton } from '@mantine/core';
import { Loading } from '../../components/state-views.tsx';
import styles from './roster.module.css';

export function RosterLoading() {
  return (
    <Loading>
      <div className={styles.stack} aria-hidden>
        <Skeleton height={56} width="60%" radius="md" />
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} height={64} radius="md" />
        ))}
      </div>
    </Loading>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { ChartCard } from '../../components/chart-card.tsx';
import { Hidden } from '../../components/hidden.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './hq.module.css';
import type { Dashboard } from './queries.ts';

const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
const STEPS = 5;

/** How full the sessions are that begin in each hour of the week. */
export function SeatsByHour({ utilisation }: { utilisation: Dashboard['utilisation'] }) {
  const t = useTranslations('hq.seats');
  const format = useFormatting();
  const hours = [...new Set(utilisation.map(({ hour }) => hour))].toSorted((a, b) => a - b);
  const days = weekdays.filter((day) => utilisation.some(({ weekday }) => weekday === day));
  const find = (day: string, hour: number) => utilisation.find((one) => one.weekday === day && one.hour === hour);
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return (
    <ChartCard
      title={t('title')}
      definition={t('definition')}
      columns={[t('day'), t('hour'), t('seatsTaken'), t('seats')]}
      rows={utilisation.map(({ weekday, hour, seats, seatsTaken }) => [
        t(`weekdays.${weekday}`),
        clock(hour),
        seatsTaken,
        seats,
      ])}
      fileName="seats-by-hour"
    >
      {utilisation.length === 0 ? (
        <p className={styles.muted}>{t('none')}</p>
      ) : (
        /* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('title')}>
          <table className={styles.heat}>
            <thead>
              <tr>
                <th scope="col">{t('day')}</th>
                {hours.map((hour) => (
                  <th key={hour} scope="col">
                    {format.hour(hour)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day}>
                  <th scope="row">{t(`weekdays.${day}`)}</th>
                  {hours.map((hour) => (
                    <Cell key={hour} cell={find(day, hour)} percent={format.percent} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ChartCard>
  );
}

interface CellProps {
  cell: Dashboard['utilisation'][number] | undefined;
  percent: (share: number) => string;
}

function Cell({ cell, percent }: CellProps) {
  const t = useTranslations('hq.seats');
  if (!cell || cell.seats === 0) return <td aria-label={t('noSession')} />;
  const share = cell.seatsTaken / cell.seats;
  const words = t('cell', { taken: cell.seatsTaken, seats: cell.seats, share: percent(share) });
  return (
    <td data-step={Math.min(STEPS, Math.ceil(share * STEPS))} title={words}>
      <Hidden>{words}</Hidden>
    </td>
  );
}

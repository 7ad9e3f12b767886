'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { FilteredEmpty, Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { Card } from './card.tsx';
import { useSettings } from './queries.ts';
import { type CardId, cardsWith, type SectionId, sectionIds, sections } from './sections.ts';
import styles from './settings.module.css';

export function SettingsScreen({ plans }: { plans: ReactNode }) {
  const t = useTranslations('settings');
  const { may } = useSession();
  if (!may('settings:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Sections plans={plans} />
    </>
  );
}

function Sections({ plans }: { plans: ReactNode }) {
  const t = useTranslations('settings');
  const terms = useTerms();
  const query = useSettings();
  const { values, change } = useUrlState({ section: 'profile', q: '' });
  const open = sectionIds.find((section) => section === values.section) ?? 'profile';
  const wordsOf = (card: CardId) =>
    `${t(`card.${card}.title`, terms)} ${t(`card.${card}.effect`, terms)} ${t(`card.${card}.words`, terms)}`;
  const cards = values.q ? cardsWith(values.q, wordsOf) : sections[open];
  return (
    <>
      <FilterBar
        search={{ label: t('find'), value: values.q, onChange: (q) => change({ q }) }}
        isFiltered={values.q !== ''}
        onClear={() => change({ q: '' })}
      />
      <div className={styles.page}>
        <SectionList open={values.q ? null : open} />
        <div className={styles.cards}>
          <QueryView query={query} failure={t('loadFailed')}>
            {(answer) => cards.map((card) => <Card key={card} id={card} answer={answer} plans={plans} />)}
          </QueryView>
          {cards.length === 0 && (
            <div className="cw-card">
              <FilteredEmpty title={t('nothingFound', { words: values.q })} onClear={() => change({ q: '' })} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** On a phone the list is a strip that may have scrolled past the open one. */
function bringIntoView(link: HTMLElement | null) {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function SectionList({ open }: { open: SectionId | null }) {
  const t = useTranslations('settings');
  const path = useCenterPath();
  return (
    <nav aria-label={t('sections')} className={styles.sections}>
      {sectionIds.map((section) => (
        <Link
          key={section}
          href={section === 'profile' ? path('settings') : `${path('settings')}?section=${section}`}
          prefetch={false}
          {...(section === open && { 'aria-current': 'page', ref: bringIntoView })}
        >
          {t(`section.${section}`)}
        </Link>
      ))}
    </nav>
  );
}

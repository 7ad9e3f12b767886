'use client';

import { Loader, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useCenter } from '../../lib/center.tsx';
import { useSession } from '../../lib/session.tsx';
import styles from './palette.module.css';
import { type PaletteItem, usePaletteGroups } from './palette-items.ts';
import { PaletteList } from './palette-list.tsx';
import { rememberIn } from './recent.ts';

export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('search');
  const center = useCenter();
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { groups, isPhone, isSearching, isAsked, error } = usePaletteGroups(typed);
  const items = groups.flatMap((group) => group.items);
  const active = items[Math.min(at, items.length - 1)];

  const activeId = active && `${id}-${active.id}`;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const open = (item: PaletteItem) => {
    if (item.person) rememberIn(center.id, item.person);
    onClose();
    router.push(item.href);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(items.length, 1));
    else if (event.key === 'ArrowUp') setAt((at - 1 + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) open(active);
    else return;
    event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={onClose} size={640} yOffset="10vh" centered={false} padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('label')}>
        <div className={styles.head}>
          <IconSearch size={22} aria-hidden />
          <input
            className={styles.input}
            role="combobox"
            aria-expanded={items.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={activeId}
            aria-label={t('label')}
            placeholder={t('placeholder')}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={press}
          />
          {isSearching && <Loader size={20} />}
        </div>
        <p role="status" className={styles.count}>
          {isAsked ? t('found', { count: items.length }) : ''}
          {isPhone && ` · ${t('phoneMode')}`}
        </p>
        <div id={`${id}-list`} role="listbox" aria-label={t('results')} className={styles.list}>
          <PaletteList groups={groups} activeId={active?.id} idOf={(item) => `${id}-${item.id}`} onOpen={open} />
        </div>
        <div className={styles.foot}>
          <ProblemNotice problem={error} />
          {isAsked && items.length === 0 && <NothingFound typed={typed} isPhone={isPhone} onLeave={onClose} />}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function NothingFound({ typed, isPhone, onLeave }: { typed: string; isPhone: boolean; onLeave: () => void }) {
  const t = useTranslations('search');
  const { slug } = useCenter();
  const { may } = useSession();
  const router = useRouter();
  const create = () => {
    onLeave();
    const name = isPhone ? 'phone' : 'name';
    router.push(`/c/${encodeURIComponent(slug)}/leads/new?${new URLSearchParams({ [name]: typed.trim() })}`);
  };
  return (
    <div className={styles.nothing}>
      <p>{t('nothing', { typed: typed.trim() })}</p>
      {may('leads:write') && (
        <button type="button" className={styles.create} onClick={create}>
          {t('createLead', { typed: typed.trim() })}
        </button>
      )}
    </div>
  );
}

'use client';

import { Button, Menu } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { type Snippet, useSnippets } from './queries.ts';
import { SnippetsSheet } from './snippets-sheet.tsx';

/** Sentences by category; one click adds one to the comment. */
export function SnippetsMenu({ firstName, onInsert }: { firstName: string; onInsert: (text: string) => void }) {
  const t = useTranslations('report-cards');
  const items = useSnippets().data?.items ?? [];
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={340} withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconMessagePlus size={20} aria-hidden />}>
            {t('insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {items.length === 0 && <Menu.Label>{t('noSnippets')}</Menu.Label>}
          {byCategory(items).map(([category, snippets]) => (
            <Fragment key={category}>
              <Menu.Label>{category}</Menu.Label>
              {snippets.map(({ id, text }) => {
                const sentence = text.replaceAll('{name}', firstName);
                return (
                  <Menu.Item key={id} onClick={() => onInsert(sentence)}>
                    <bdi>{sentence}</bdi>
                  </Menu.Item>
                );
              })}
            </Fragment>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setEditing(true)}>{t('editSnippets')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isEditing && <SnippetsSheet onClose={() => setEditing(false)} />}
    </>
  );
}

function byCategory(items: readonly Snippet[]): [string, Snippet[]][] {
  const groups = new Map<string, Snippet[]>();
  for (const item of items) groups.set(item.category, [...(groups.get(item.category) ?? []), item]);
  return [...groups];
}

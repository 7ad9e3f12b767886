'use client';

import { Autocomplete, Button, Group, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { MAX_REMARK } from './card-words.ts';
import { type Snippet, useSnippetActs, useSnippets } from './queries.ts';
import styles from './report-cards.module.css';

/** The sentences of the center: add, change, remove. */
export function SnippetsSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('report-cards');
  const snippets = useSnippets();
  const [edited, setEdited] = useState<Snippet | null>(null);
  return (
    <Sheet title={t('snippets')} isOpen onClose={onClose} side="right">
      <SnippetForm key={edited?.id ?? 'new'} edited={edited} onDone={() => setEdited(null)} />
      <QueryView query={snippets} failure={t('snippetsFailed')}>
        {({ items }) => (
          <ul className={styles.snippets}>
            {items.map((snippet) => (
              <li key={snippet.id}>
                <span>
                  <span className={styles.muted}>{snippet.category}</span>
                  <br />
                  <bdi>{snippet.text}</bdi>
                </span>
                <Button variant="default" onClick={() => setEdited(snippet)}>
                  {t('editOne')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Sheet>
  );
}

function SnippetForm({ edited, onDone }: { edited: Snippet | null; onDone: () => void }) {
  const t = useTranslations('report-cards');
  const items = useSnippets().data?.items ?? [];
  const [category, setCategory] = useState(edited?.category ?? '');
  const [text, setText] = useState(edited?.text ?? '');
  const acts = useSnippetActs(() => {
    setText('');
    onDone();
  });
  const save = () => {
    const body = { category: category.trim(), text: text.trim() };
    if (edited) acts.change(edited, body);
    else acts.add(body);
  };
  const isReady = category.trim() !== '' && text.trim() !== '' && text.trim().length <= MAX_REMARK;
  return (
    <form
      className={styles.snippet}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Autocomplete
        label={t('snippetCategory')}
        data={[...new Set(items.map((item) => item.category))]}
        maxLength={60}
        value={category}
        onChange={setCategory}
      />
      <Textarea
        label={t('snippetText')}
        description={t('snippetHint')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={MAX_REMARK}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNotice problem={acts.error} />
      <Group>
        <Button type="submit" loading={acts.isPending} disabled={!isReady}>
          {t(edited ? 'changeSnippet' : 'addSnippet')}
        </Button>
        {edited && (
          <>
            <Button
              variant="default"
              onClick={() => {
                acts.remove(edited.id);
                toast.done(t('snippetRemoved'));
              }}
            >
              {t('removeSnippet')}
            </Button>
            <Button variant="subtle" onClick={onDone}>
              {t('cancel')}
            </Button>
          </>
        )}
      </Group>
    </form>
  );
}

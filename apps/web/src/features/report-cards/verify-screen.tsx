'use client';

import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconReplace } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type SyntheticEvent, useState } from 'react';
import { Brand } from '../../components/brand.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Loading } from '../../components/state-views.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { read } from '../../lib/operation-hooks.ts';
import type { Answer } from '../../lib/operations.ts';
import styles from './verify.module.css';

type Verdict = Answer<'verifyReportCard'>;
const shapes = {
  VALID: { icon: IconCircleCheck, tone: 'good' },
  SUPERSEDED: { icon: IconReplace, tone: 'warn' },
  TAMPERED: { icon: IconAlertTriangle, tone: 'bad' },
  UNKNOWN: { icon: IconHelpCircle, tone: 'ink' },
} as const;

/** Whether a card that somebody holds is genuine, for people who are not signed in. */
export function VerifyScreen({ code }: { code: string }) {
  const t = useTranslations('verify');
  const verdict = useQuery({ ...read('verifyReportCard', { params: { code } }), retry: false });
  return (
    <main className={styles.page}>
      <Brand href="/login" />
      <section className={`cw-card ${styles.card}`} aria-live="polite">
        {verdict.data && <Verdict verdict={verdict.data} code={code} />}
        {!verdict.data && verdict.error && (
          <>
            <h1>{t('failed')}</h1>
            <ProblemNotice problem={verdict.error} words={{ rate_limited: t('tooMany') }} />
          </>
        )}
        {!verdict.data && !verdict.error && <Loading rows={3} />}
      </section>
      <AnotherCode />
    </main>
  );
}

function Verdict({ verdict: { state, card }, code }: { verdict: Verdict; code: string }) {
  const t = useTranslations('verify');
  const format = useFormatting();
  const { icon: Icon, tone } = shapes[state];
  const facts = card && [
    [t('center'), card.centerName],
    [t('period'), `${format.date(card.period.from)} – ${format.date(card.period.to)}`],
    [t('issued'), format.date(card.issuedOn)],
    [t('version'), String(card.version)],
  ];
  return (
    <>
      <Icon size={56} stroke={1.6} className={styles.icon} data-tone={tone} aria-hidden />
      <h1>{t(`heading.${state}`)}</h1>
      <p>{t(`text.${state}`)}</p>
      <dl className={styles.facts}>
        {[...(facts ?? []), [t('code'), code.match(/.{1,4}/g)?.join(' ') ?? '']].map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      {card && <p className={styles.muted}>{t('privacy')}</p>}
    </>
  );
}

function AnotherCode() {
  const t = useTranslations('verify');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const check = (event: SyntheticEvent) => {
    event.preventDefault();
    const code = typed.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();
    if (code) router.push(`/verify/${code}`);
  };
  return (
    <form className={styles.another} onSubmit={check}>
      <TextInput
        label={t('another')}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={typed.trim() === ''}>
        {t('check')}
      </Button>
    </form>
  );
}

'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { Stack, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorCard, ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Empty, Loading } from '../../components/state-views.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useBookIntro, useOneVisit, useReschedule, useUpcomingSessions, useWishes, type Visit } from './queries.ts';
import { SessionChips } from './session-chips.tsx';
import { daysToChooseFrom } from './session-choice.ts';

interface OpenIntroSheetProps {
  leadId: string;
  visitId: string;
  day: string;
  onClose: () => void;
}

export function OpenIntroSheet({ leadId, visitId, day, onClose }: OpenIntroSheetProps) {
  const t = useTranslations('intro-visits');
  const lead = useWishes(leadId);
  const { visit, isLoading } = useOneVisit(visitId, day);
  const name = lead.data?.studentName;
  return (
    <Sheet title={name ? t('sheetTitle', { name }) : t('schedule')} isOpen onClose={onClose} side="right">
      {lead.error && <ErrorCard problem={lead.error} title={t('leadFailed')} onRetry={() => void lead.refetch()} />}
      {lead.data && !isLoading && <Choice lead={lead.data} visit={visit} onClose={onClose} />}
    </Sheet>
  );
}

interface ChoiceProps {
  lead: NonNullable<ReturnType<typeof useWishes>['data']>;
  visit: Visit | undefined;
  onClose: () => void;
}

function Choice({ lead, visit, onClose }: ChoiceProps) {
  const t = useTranslations('intro-visits');
  const terms = useTerms();
  const format = useFormatting();
  const [withOtherAges, setOtherAges] = useState(false);
  const sessions = useUpcomingSessions(format.today());
  const { book, reschedule, isPending, error, forget } = useSeat();
  const [now] = useState(() => new Date());
  const days = daysToChooseFrom(sessions.data?.items ?? [], lead, { now, withOtherAges });
  const settled = {
    onDone: ({ date, scheduledAt }: Visit) => {
      toast.done(t('booked', { name: lead.studentName, day: format.day(date), time: format.time(scheduledAt) }));
      onClose();
    },
    // Somebody else may have been faster: show the seats as they are now.
    onRefused: () => void sessions.refetch(),
  };
  const pick = (session: ClassSession) => {
    forget();
    if (visit) reschedule(visit, session.id, settled);
    else book(lead.id, session.id, settled);
  };
  return (
    <Stack gap={16}>
      <Switch
        checked={withOtherAges}
        onChange={(event) => setOtherAges(event.currentTarget.checked)}
        label={t('otherAges')}
        description={lead.ageYears === null ? t('ageUnknown') : t('age', { ...terms, years: lead.ageYears })}
      />
      <ProblemNotice problem={error} words={{ capacity_full: t('justTaken') }} />
      {sessions.isPending && <Loading />}
      {sessions.error && (
        <ErrorCard problem={sessions.error} title={t('sessionsFailed')} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data && days.length === 0 && <Empty title={t('noSessions')} text={t('noSessionsText')} />}
      <SessionChips days={days} isBusy={isPending} onPick={pick} />
    </Stack>
  );
}

/** A new seat, or another one for a visit that is booked. */
function useSeat() {
  const booking = useBookIntro();
  const moving = useReschedule();
  return {
    book: booking.book,
    reschedule: moving.reschedule,
    isPending: booking.isPending || moving.isPending,
    error: booking.error ?? moving.error,
    forget: () => {
      booking.reset();
      moving.reset();
    },
  };
}

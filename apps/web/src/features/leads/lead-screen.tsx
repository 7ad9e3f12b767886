'use client';

import type { Lead } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormCard } from '../../components/form-card.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { useSession } from '../../lib/session.tsx';
import { AddNote } from './add-note.tsx';
import { ContactOutcome } from './contact-outcome.tsx';
import { LeadContact } from './lead-contact.tsx';
import { LeadFacts } from './lead-facts.tsx';
import { LeadHeader } from './lead-header.tsx';
import { LeadIntros } from './lead-intros.tsx';
import styles from './lead-screen.module.css';
import { NextFollowUp } from './next-follow-up.tsx';
import { useLead } from './queries.ts';
import { isOpen } from './stages.ts';

export function LeadScreen({ id }: { id: string }) {
  const t = useTranslations('leads');
  const { may } = useSession();
  const lead = useLead(id);
  if (!may('leads:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <QueryView query={lead} failure={t('leadFailed')}>
      {(found) => <OneLead lead={found} />}
    </QueryView>
  );
}

function OneLead({ lead }: { lead: Lead }) {
  const t = useTranslations('leads');
  const { may } = useSession();
  const [contacted, setContacted] = useState<'CALL' | 'WHATSAPP' | null>(null);
  const mayWrite = may('leads:write');
  return (
    <>
      <LeadHeader lead={lead} mayWrite={mayWrite} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <FormCard title={t('contact')}>
            <LeadContact lead={lead} {...(mayWrite && { onContact: setContacted })} />
            {contacted && <ContactOutcome lead={lead} channel={contacted} onDone={() => setContacted(null)} />}
          </FormCard>
          {isOpen(lead.status) && <NextFollowUp lead={lead} mayWrite={mayWrite} onContact={setContacted} />}
          <LeadIntros lead={lead} />
          <LeadFacts lead={lead} mayWrite={mayWrite} />
        </div>
        <FormCard title={t('timeline')}>
          {mayWrite && <AddNote leadId={lead.id} />}
          <Timeline entries={lead.timeline} />
        </FormCard>
      </div>
    </>
  );
}

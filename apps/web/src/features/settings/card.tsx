'use client';

import type { ReactNode } from 'react';
import { InactiveCard, MarkingCard } from './attendance-cards.tsx';
import { BookingCard, CancellationCard } from './booking-cards.tsx';
import { BrandingCard } from './branding-card.tsx';
import { ClosuresCard } from './closures-card.tsx';
import { DeskImportCard, FollowUpCard, SourcesCard } from './lead-cards.tsx';
import { DiscountsCard, ReceiptsCard } from './money-cards.tsx';
import { MakeUpsCard } from './make-ups-card.tsx';
import { PlansCard } from './plans-card.tsx';
import { PrivacyCard, WordsCard } from './people-cards.tsx';
import { ProfileCard, WeekStartCard } from './profile-cards.tsx';
import type { SettingsAnswer } from './queries.ts';
import type { CardId } from './sections.ts';

const cards: Record<Exclude<CardId, 'plans'>, (props: { answer: SettingsAnswer }) => ReactNode> = {
  profile: ProfileCard,
  weekStart: WeekStartCard,
  inactive: InactiveCard,
  marking: MarkingCard,
  discounts: DiscountsCard,
  cancellation: CancellationCard,
  makeUps: MakeUpsCard,
  booking: BookingCard,
  sources: SourcesCard,
  followUp: FollowUpCard,
  deskImport: DeskImportCard,
  receipts: ReceiptsCard,
  privacy: PrivacyCard,
  words: WordsCard,
  branding: BrandingCard,
  closures: ClosuresCard,
};

interface CardProps {
  id: CardId;
  answer: SettingsAnswer;
  plans: ReactNode;
}

export function Card({ id, answer, plans }: CardProps) {
  if (id === 'plans') return <PlansCard>{plans}</PlansCard>;
  const Shown = cards[id];
  return <Shown answer={answer} />;
}

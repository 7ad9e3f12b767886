'use client';

import type { ReactNode } from 'react';
import { InactiveCard, MarkingCard } from './attendance-cards.tsx';
import { BookingCard, CancellationCard } from './booking-cards.tsx';
import { BrandingCard } from './branding-card.tsx';
import { ClosuresCard } from './closures-card.tsx';
import { DeskImportCard, FollowUpCard, SourcesCard } from './lead-cards.tsx';
import { DiscountsCard, ReceiptsCard } from './money-cards.tsx';
import { PlansCard } from './plans-card.tsx';
import { PrivacyCard, WordsCard } from './people-cards.tsx';
import { ProfileCard, WeekStartCard } from './profile-cards.tsx';
import type { SettingsAnswer } from './queries.ts';
import type { CardId } from './sections.ts';

const cards: Record<CardId, (props: { answer: SettingsAnswer }) => ReactNode> = {
  profile: ProfileCard,
  weekStart: WeekStartCard,
  inactive: InactiveCard,
  marking: MarkingCard,
  plans: PlansCard,
  discounts: DiscountsCard,
  cancellation: CancellationCard,
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

export function Card({ id, answer }: { id: CardId; answer: SettingsAnswer }) {
  const Shown = cards[id];
  return <Shown answer={answer} />;
}

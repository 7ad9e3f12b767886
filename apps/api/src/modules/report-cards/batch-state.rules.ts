import type { BatchReportCard } from '@cartwheel/contracts';

/** How far a student's card of a period is. */
export function batchState(
  draft: Pick<BatchReportCard['draft'], 'comments' | 'summary'>,
  card: Pick<NonNullable<BatchReportCard['card']>, 'sentAt'> | null,
): BatchReportCard['state'] {
  if (card) return card.sentAt ? 'SENT' : 'READY';
  return draft.comments || draft.summary ? 'DRAFT' : 'NOT_STARTED';
}

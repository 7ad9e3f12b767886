/** Nobody waits for this child any more; what is kept for it is not needed. */
export interface LeadLost {
  leadId: string;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'lead.lost': LeadLost;
  }
}

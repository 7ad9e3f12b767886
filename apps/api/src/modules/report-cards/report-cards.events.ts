declare module '../../platform/events/events.ts' {
  interface EventMap {
    /** Somebody asked for the cards of a batch. */
    'report-card.batch-asked': { jobId: string; userId: string };
    /** Somebody wants a card to be mailed to those who have not got it. */
    'report-card.send-asked': { reportCardId: string };
  }
}

export {};

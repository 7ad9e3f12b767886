declare module '../../platform/events/events.ts' {
  interface EventMap {
    /** The figures of these days are no longer true. The relay tells it, for all changes of a few seconds at once. */
    'figures.outdated': { spans: { from: string; to: string }[] };
  }
}
export {};

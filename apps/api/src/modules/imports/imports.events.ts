declare module '../../platform/events/events.ts' {
  interface EventMap {
    /** Somebody asked for the rows of a file to be written down. */
    'import.started': { importId: string; userId: string };
    'import.undo-started': { importId: string; userId: string };
  }
}

export {};

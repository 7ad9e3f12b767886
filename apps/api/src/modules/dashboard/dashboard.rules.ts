/** A list on the dashboard shows the first few, and how many there are. */
export const SHOWN = 8;

/**
 * Splits rows so that those in one round share no key, and what a row shares with an earlier one is in an earlier round:
 * a round can be written at once, and finds what the rows before have written.
 */
export function roundsOf<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Row[][] {
  const lastRound = new Map<string, number>();
  const rounds: Row[][] = [];
  for (const row of rows) {
    const keys = keysOf(row);
    const round = Math.max(0, ...keys.map((key) => (lastRound.get(key) ?? -1) + 1));
    for (const key of keys) lastRound.set(key, round);
    (rounds[round] ??= []).push(row);
  }
  return rounds;
}

const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const NEEDS_QUOTES = /[",;\r\n\t']/;

/** What a spreadsheet would take for a formula begins with a quote. Importing takes the quote off again. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One line of RFC 4180, with its end. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  const texts = cells.map((cell) => harmless(String(cell ?? '')));
  return `${texts.map((text) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

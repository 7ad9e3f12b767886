const BRACKETED_COUNTRY_CODE = /^\((\+\d{1,3})\)/;

/** '(+91) 98765 43210' as the numbering plans read it. */
export function withoutBrackets(text: string): string {
  return text.trim().replace(BRACKETED_COUNTRY_CODE, '$1 ');
}

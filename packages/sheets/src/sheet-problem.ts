export const sheetProblemCodes = [
  'empty_file',
  'file_too_large',
  'unsupported_file',
  'protected_file',
  'malformed_file',
  'zip_bomb',
  'forbidden_xml',
  'too_many_rows',
  'too_many_columns',
  'too_many_cells',
  'too_much_text',
  'encoding_unknown',
  'encoding_wrong',
  'nul_character',
] as const;
export type SheetProblemCode = (typeof sheetProblemCodes)[number];

/** A file that cannot be imported. The message is a sentence for the person who chose it. */
export class SheetProblem extends Error {
  constructor(
    readonly code: SheetProblemCode,
    message: string,
  ) {
    super(message);
    this.name = 'SheetProblem';
  }
}

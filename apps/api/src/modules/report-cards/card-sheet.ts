import type { PageWriter } from '../../platform/pdf/page-writer.ts';

export const LEFT = 48;
export const WIDTH = 595 - 2 * LEFT;
export const INK = '#1B2130';
export const GREY = '#5A6275';

/** Writes down a page, and goes on on the next one. `y` is where the next line's top is. */
export interface Sheet {
  page: PageWriter;
  y: number;
  /** Goes to the next page unless there is this much room on this one. */
  ensure: (height: number) => void;
}

const paragraph = { x: LEFT, width: WIDTH, size: 10.5, align: 'start' } as const;

export function writeRemark(sheet: Sheet, title: string, text: string): void {
  const { page } = sheet;
  sheet.ensure(remarkHeight(sheet, text));
  const y = page.write(title, { x: LEFT, y: sheet.y + 12, width: WIDTH, size: 11, weight: 'bold' });
  sheet.y = page.write(text, { ...paragraph, y: y + 2 });
}

export const remarkHeight = ({ page }: Sheet, text: string): number => 34 + page.linesFor(text, paragraph) * 15;

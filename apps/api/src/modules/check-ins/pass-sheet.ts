import QrCode from 'qrcode';
import { PageWriter } from '../../platform/pdf/page-writer.ts';

export interface Card {
  name: string;
  /** What the code says. */
  content: string;
}

const PAGE = { width: 595, height: 842 };
const MARGIN = 34;
const COLUMNS = 2;
const ROWS = 4;
const CARD = { width: (PAGE.width - 2 * MARGIN) / COLUMNS, height: (PAGE.height - 2 * MARGIN) / ROWS };
const QR_SIDE = 130;
const GREY = '#5A6275';
/** A scratched or folded pass still reads. */
export const qrOptions = { errorCorrectionLevel: 'M' } as const;

/** Passes to cut out, eight on an A4 page. */
export function printPasses(
  cards: readonly Card[],
  { centerName, language }: { centerName: string; language: string },
) {
  const page = new PageWriter({ size: 'A4', title: `Passes · ${centerName}`, language });
  if (cards.length === 0)
    page.write('Nobody has a place here at the moment.', {
      x: MARGIN,
      y: 60,
      width: PAGE.width - 2 * MARGIN,
      size: 12,
    });
  for (const [index, card] of cards.entries()) {
    const place = index % (COLUMNS * ROWS);
    if (index > 0 && place === 0) page.document.addPage();
    const x = MARGIN + (place % COLUMNS) * CARD.width;
    const y = MARGIN + Math.floor(place / COLUMNS) * CARD.height;
    drawCard(page, card, { x, y, centerName });
  }
  return page.finish();
}

function drawCard(page: PageWriter, card: Card, { x, y, centerName }: { x: number; y: number; centerName: string }) {
  page.document.rect(x, y, CARD.width, CARD.height).lineWidth(0.5).dash(3, { space: 3 }).stroke('#9AA2B4').undash();
  drawCode(page, card.content, { x: x + 14, y: y + (CARD.height - QR_SIDE) / 2 });
  const text = { x: x + QR_SIDE + 28, width: CARD.width - QR_SIDE - 40 };
  const below = page.write(card.name, { ...text, y: y + 66, size: 14, weight: 'bold', maxLines: 4 });
  const end = page.write(centerName, { ...text, y: below + 4, size: 10, color: GREY, maxLines: 2 });
  page.write('Show this at the door', { ...text, y: end + 4, size: 8, color: GREY, maxLines: 2 });
}

function drawCode(page: PageWriter, content: string, { x, y }: { x: number; y: number }): void {
  const { modules } = QrCode.create(content, qrOptions);
  const side = QR_SIDE / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) page.document.rect(x + column * side, y + row * side, side + 0.05, side + 0.05);
    }
  }
  page.document.fill('#000000');
}

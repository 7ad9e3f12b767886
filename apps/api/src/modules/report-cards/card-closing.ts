import type { ReportCardSnapshot } from '@cartwheel/contracts';
import { create } from 'qrcode';
import { GREY, INK, LEFT, remarkHeight, type Sheet, WIDTH, writeRemark } from './card-sheet.ts';
import { dayShown, termShown } from './card-words.ts';

const QR_SIZE = 70;
/** Where the closing stands on a card of one page, however little it says. */
const FOOT = 700;

/** Comments, the line to sign on, and what proves that the card is genuine. */
export function writeClosing(sheet: Sheet, snapshot: ReportCardSnapshot): void {
  const { comments, terms } = snapshot;
  // Nobody signs a page that says nothing.
  sheet.ensure(QR_SIZE + 14 + (comments ? remarkHeight(sheet, comments) : 0));
  if (comments) writeRemark(sheet, `${termShown(terms.trainer)}'s comments`, comments);
  const isOnlyPage = sheet.page.document.bufferedPageRange().count === 1;
  sheet.y = isOnlyPage ? Math.max(sheet.y + 14, FOOT) : sheet.y + 14;
  writeSignature(sheet, snapshot);
  if (snapshot.verifyUrl && snapshot.code) writeProof(sheet, snapshot.verifyUrl, snapshot.code);
}

function writeSignature({ page, y }: Sheet, { trainers, terms, issuedOn, center }: ReportCardSnapshot): void {
  const width = WIDTH * 0.45;
  page.rule(LEFT, y + 44, width, INK);
  const who = [termShown(terms.trainer), trainers.join(', ')].filter(Boolean).join(': ');
  const below = page.write(who, { x: LEFT, y: y + 57, width, size: 9, color: GREY, maxLines: 2 });
  page.write(`Issued on ${dayShown(issuedOn, center.locale)}`, { x: LEFT, y: below, width, size: 9, color: GREY });
}

function writeProof({ page, y }: Sheet, url: string, code: string): void {
  const left = LEFT + WIDTH - QR_SIZE;
  drawCode(page.document, url, { x: left, y });
  const block = {
    x: LEFT + WIDTH * 0.5,
    width: WIDTH * 0.5 - QR_SIZE - 12,
    size: 8,
    color: GREY,
    align: 'right',
  } as const;
  const below = page.write('Genuine? Scan, or enter the code at', { ...block, y: y + 24 });
  const site = page.write(url.replace(`/${code}`, '').replace(/^https?:\/\//, ''), { ...block, y: below, maxLines: 2 });
  const groups = code.match(/.{1,4}/g) ?? [];
  page.write(`${groups.slice(0, 4).join(' ')}\n${groups.slice(4).join(' ')}`, { ...block, y: site, color: INK });
}

function drawCode(document: PDFKit.PDFDocument, text: string, at: { x: number; y: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = QR_SIZE / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) document.rect(at.x + column * side, at.y + row * side, side, side);
    }
  }
  document.fill('#000000');
}

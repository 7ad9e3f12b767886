import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import { readsRightToLeft, type Run, runsOf, type Script, scripts } from './text-runs.ts';

type Weight = 'regular' | 'bold';

export interface Ink {
  size?: number;
  weight?: Weight;
  color?: string;
}

export interface PageOptions {
  size: string;
  title: string;
  language: string;
  /** Written into the file. With it the same content is the same bytes; without, it is the moment of printing. */
  createdAt?: Date;
}

export interface Block extends Ink {
  x: number;
  /** Of the first line's baseline. */
  y: number;
  width: number;
  /** `start` is the side where the text begins: right for Arabic. */
  align?: 'left' | 'right' | 'start';
  /** What does not fit ends with an ellipsis. */
  maxLines?: number;
}

const { resolve } = createRequire(import.meta.url);
const latin = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};
/** Noto's Telugu and Malayalam faces cannot be shaped by pdfkit; these can. */
const families: Record<Exclude<Script, 'Latin'>, string> = {
  Devanagari: 'noto-sans-devanagari',
  Tamil: 'noto-sans-tamil',
  Telugu: 'anek-telugu',
  Kannada: 'noto-sans-kannada',
  Bengali: 'noto-sans-bengali',
  Gujarati: 'noto-sans-gujarati',
  Malayalam: 'manjari',
  Arabic: 'noto-sans-arabic',
};
const LEADING = 1.4;

/** Writes lines of any script on the pages of a PDF. A PDF knows one face per piece of text, so lines are cut into runs. */
export class PageWriter {
  readonly document: PDFKit.PDFDocument;
  private readonly pieces: Buffer[] = [];

  constructor(options: PageOptions) {
    this.document = new Pdf({
      size: options.size,
      margin: 0,
      pdfVersion: '1.7',
      lang: options.language,
      // Until the end: a footer can say of how many pages it is one.
      bufferPages: true,
      info: {
        Title: options.title,
        Creator: 'Cartwheel',
        ...(options.createdAt && { CreationDate: options.createdAt }),
      },
    });
    this.document.on('data', (piece: Buffer) => this.pieces.push(piece));
    for (const weight of ['regular', 'bold'] as const) {
      this.document.registerFont(`Latin-${weight}`, resolve(latin[weight]));
      for (const script of scripts) this.document.registerFont(`${script}-${weight}`, faceOf(script, weight));
    }
  }

  /** Writes within a width, over several lines where needed. Answers the baseline of the line after the last. */
  write(text: string, block: Block): number {
    const { x, width, align = 'left', size = 10 } = block;
    let { y } = block;
    const isRightToLeft = align === 'start' && readsRightToLeft(text);
    for (const line of this.linesOf(text, block)) {
      const shift = align === 'right' || isRightToLeft ? width - this.widthOf(line, block) : 0;
      this.draw(runsOf(line, isRightToLeft), x + shift, y, block);
      y += size * LEADING;
    }
    return y;
  }

  /** How many lines it would take, for what is to stay together. */
  linesFor(text: string, block: Omit<Block, 'y'>): number {
    return this.linesOf(text, { ...block, y: 0 }).length;
  }

  rule(x: number, y: number, width: number, color = '#D5D9E2'): void {
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.7)
      .stroke(color);
  }

  /** The finished file. */
  finish(): Promise<Buffer> {
    const ended = new Promise<Buffer>((done, fail) => {
      this.document.on('end', () => done(Buffer.concat(this.pieces)));
      this.document.on('error', fail);
    });
    this.document.end();
    return ended;
  }

  private linesOf(text: string, block: Block): string[] {
    const lines: string[] = [];
    for (const paragraph of withoutPictures(text).split('\n'))
      lines.push(...this.wrap(paragraph.split(/[ \t]+/), block));
    const { maxLines = lines.length } = block;
    if (lines.length <= maxLines) return lines;
    const shown = lines.slice(0, maxLines);
    const last = shown.pop() ?? '';
    return [...shown, this.shorten(last, block)];
  }

  private wrap(words: string[], block: Block): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of words.flatMap((whole) => this.cut(whole, block))) {
      const longer = line ? `${line} ${word}` : word;
      if (line && this.widthOf(longer, block) > block.width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }

  /** A word that is wider than the block is cut. */
  private cut(word: string, block: Block): string[] {
    if (this.widthOf(word, block) <= block.width) return [word];
    const signs = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
    const half = Math.ceil(signs.length / 2);
    if (half === signs.length) return [word];
    return [signs.slice(0, half), signs.slice(half)].flatMap((part) => this.cut(part.join(''), block));
  }

  private shorten(line: string, block: Block): string {
    const signs = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
    while (signs.length > 0 && this.widthOf(`${signs.join('')}…`, block) > block.width) signs.pop();
    return `${signs.join('')}…`;
  }

  private widthOf(line: string, ink: Ink): number {
    return runsOf(line).reduce((sum, run) => sum + this.widthOfRun(run, ink), 0);
  }

  private widthOfRun(run: Run, ink: Ink): number {
    return this.shaped(run, ink).width;
  }

  /** A face may fail at a letter it has no parts for, or at marks where no letter is; then it shows what it can. */
  private shaped(run: Run, ink: Ink): { text: string; width: number } {
    const whole = this.tried(run.script, run.text, ink);
    if (whole) return whole;
    const letters = Array.from(run.text.replaceAll(/\p{M}/gu, ''));
    const known = letters.filter((letter) => this.tried(run.script, letter, ink)).join('');
    return this.tried(run.script, known, ink) ?? { text: '', width: 0 };
  }

  private tried(script: Script, text: string, { size = 10, weight = 'regular' }: Ink) {
    const document = this.document.font(`${script}-${weight}`).fontSize(size);
    try {
      return { text, width: document.widthOfString(text, shapedWhole(script)) };
    } catch {
      return null;
    }
  }

  private draw(runs: Run[], x: number, y: number, ink: Ink): void {
    let left = x;
    for (const run of runs) {
      const { text, width } = this.shaped(run, ink);
      const options = { lineBreak: false, baseline: 'alphabetic' as const, ...shapedWhole(run.script) };
      this.document.fillColor(ink.color ?? '#1B2130').text(text, left, y, options);
      left += width;
    }
  }
}

/** No face has them, and each would be printed as an empty box. */
const withoutPictures = (text: string): string => text.replaceAll(/\p{RGI_Emoji}/gv, '') || text;

/** Without features named, pdfkit shapes word by word, and Arabic words would stand in the wrong order. */
const shapedWhole = (script: Script): { features?: PDFKit.Mixins.OpenTypeFeatures[] } =>
  script === 'Arabic' ? { features: ['ccmp', 'rlig', 'calt'] } : {};

function faceOf(script: Exclude<Script, 'Latin'>, weight: Weight): string {
  const family = families[script];
  return resolve(
    `@fontsource/${family}/files/${family}-${script.toLowerCase()}-${weight === 'bold' ? 700 : 400}-normal.woff`,
  );
}

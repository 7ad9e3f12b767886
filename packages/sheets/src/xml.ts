import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.ts';
import { SheetProblem } from './sheet-problem.ts';
import type { Zip } from './zip.ts';

export interface XmlHandlers {
  /** Names come without their namespace prefix. */
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Reads one part of a workbook as a stream. Document types, and with them entities, are refused. */
export function readXml(zip: Zip, part: string, handlers: XmlHandlers): void {
  const reader = new XmlReader(part, handlers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    zip.read(part, (piece) => reader.write(decoder.decode(piece, { stream: true })));
    reader.close(decoder.decode());
  } catch (error) {
    if (error instanceof SheetProblem) throw error;
    throw new SheetProblem('malformed_file', `This workbook cannot be read: its part ${part} is damaged.`);
  }
}

class XmlReader {
  private readonly parser = new SaxesParser({ position: false, xmlns: false });
  private depth = 0;
  private charactersSinceTag = 0;

  constructor(
    private readonly part: string,
    private readonly handlers: XmlHandlers,
  ) {
    this.parser.on('doctype', () => {
      throw forbidden(part);
    });
    this.parser.on('opentag', ({ name, attributes }) => this.open(name, attributes));
    this.parser.on('closetag', ({ name }) => this.closeTag(name));
    if (!handlers.text) return;
    this.parser.on('text', handlers.text);
    this.parser.on('cdata', handlers.text);
  }

  write(text: string): void {
    this.charactersSinceTag += text.length;
    this.parser.write(text);
    // The parser keeps a text until its end: one without end must not fill the memory.
    if (this.charactersSinceTag > LIMITS.sharedStringCharacters) {
      throw new SheetProblem('too_much_text', 'This workbook holds more text in one cell than any cell can.');
    }
  }

  close(rest: string): void {
    this.parser.write(rest).close();
  }

  private open(name: string, attributes: Record<string, string>): void {
    this.charactersSinceTag = 0;
    this.depth += 1;
    if (this.depth > LIMITS.xmlDepth) throw forbidden(this.part);
    this.handlers.open?.(localName(name), attributes);
  }

  private closeTag(name: string): void {
    this.charactersSinceTag = 0;
    this.depth -= 1;
    this.handlers.close?.(localName(name));
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function forbidden(part: string): SheetProblem {
  return new SheetProblem('forbidden_xml', `This workbook has something in ${part} that spreadsheets never have.`);
}

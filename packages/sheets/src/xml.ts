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
  const parser = parserFor(part, handlers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    zip.read(part, (piece) => parser.write(decoder.decode(piece, { stream: true })));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof SheetProblem) throw error;
    throw new SheetProblem('malformed_file', `This workbook cannot be read: its part ${part} is damaged.`);
  }
}

type Parser = SaxesParser<{ position: false; xmlns: false }>;

function parserFor(part: string, { open, close, text }: XmlHandlers): Parser {
  const parser: Parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw forbidden(part);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw forbidden(part);
    open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(localName(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function forbidden(part: string): SheetProblem {
  return new SheetProblem('forbidden_xml', `This workbook has something in ${part} that spreadsheets never have.`);
}

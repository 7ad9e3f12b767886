import { LIMITS } from './limits.ts';
import { SheetProblem } from './sheet-problem.ts';
import type { Sheet, SheetWarning, Workbook } from './workbook.ts';
import { SheetBuilder } from './workbook.ts';
import type { CellContext } from './xlsx-cells.ts';
import { readCells } from './xlsx-cells.ts';
import { readStyles } from './xlsx-styles.ts';
import { readXml } from './xml.ts';
import { Zip } from './zip.ts';

interface SheetEntry {
  name: string;
  relation: string;
  hidden: boolean;
}

interface Contents {
  sheets: SheetEntry[];
  date1904: boolean;
}

interface Relation {
  type: string;
  target: string;
}

export function readXlsx(bytes: Uint8Array): Workbook {
  const zip = new Zip(bytes);
  if (!zip.has('[Content_Types].xml')) throw unsupported();
  const workbookPart = partOfType(readRelations(zip, ''), 'officeDocument');
  if (!workbookPart) throw unsupported();

  const { sheets, date1904 } = readContents(zip, workbookPart);
  const relations = readRelations(zip, workbookPart);
  const stylesPart = partOfType(relations, 'styles');
  const stringsPart = partOfType(relations, 'sharedStrings');
  const context = {
    date1904,
    styles: stylesPart && zip.has(stylesPart) ? readStyles(zip, stylesPart) : [],
    sharedStrings: stringsPart && zip.has(stringsPart) ? readSharedStrings(zip, stringsPart) : [],
  };
  const read = sheets.flatMap((entry) => readSheet(zip, entry, relations, context));
  if (read.length === 0) throw new SheetProblem('empty_file', 'This workbook has no sheet with cells.');
  return { format: 'XLSX', date1904, sheets: read, warnings: warningsOf(read) };
}

function readContents(zip: Zip, part: string): Contents {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  readXml(zip, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      sheets.push({
        name: attributes['name'] ?? `Sheet ${sheets.length + 1}`,
        relation: relationId(attributes),
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      });
    },
  });
  return { sheets, date1904 };
}

/** The prefix of the relationships namespace is the writer's choice. */
function relationId(attributes: Record<string, string>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** Chart sheets and missing parts have no cells to read. */
function readSheet(zip: Zip, entry: SheetEntry, relations: Map<string, Relation>, context: CellContext): Sheet[] {
  const relation = relations.get(entry.relation);
  if (!relation || relation.type !== 'worksheet' || !zip.has(relation.target)) return [];
  const sheet = new SheetBuilder(entry.name);
  const hiddenColumns = readCells(zip, relation.target, sheet, context);
  return [sheet.finish(entry.hidden, hiddenColumns)];
}

function readSharedStrings(zip: Zip, part: string): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inPhonetic = false;
  let characters = 0;
  readXml(zip, part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = !inPhonetic;
    },
    text: (text) => {
      if (!inText) return;
      characters += text.length;
      if (characters > LIMITS.sharedStringCharacters) {
        throw new SheetProblem('too_much_text', 'This workbook holds more text than can be imported at once.');
      }
      current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

function readRelations(zip: Zip, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relationsPart = `${folder}_rels/${part.slice(slash)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.has(relationsPart)) return relations;
  readXml(zip, relationsPart, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      relations.set(attributes['Id'] ?? '', { type, target: resolve(folder, attributes['Target'] ?? '') });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function partOfType(relations: Map<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.target;
}

function warningsOf(sheets: Sheet[]): SheetWarning[] {
  return sheets
    .filter(({ hidden }) => hidden)
    .map(({ name }) => ({ code: 'HIDDEN_SHEET', message: `The sheet “${name}” is hidden in the workbook.` }));
}

function unsupported(): SheetProblem {
  return new SheetProblem('unsupported_file', 'This is not an Excel workbook. Choose an .xlsx or a .csv file.');
}

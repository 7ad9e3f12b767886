import type { Permission } from '@cartwheel/contracts';
import { localOf } from '@cartwheel/domain/calendar';
import { type Money, plainMoney } from '@cartwheel/domain/money';
import * as z from 'zod';

export type Cell = string | number | null;
/** How the cell of a column is read from a row of a list, in the clock of the center. */
interface Column {
  header: string;
  needs: Permission | undefined;
  read: (row: unknown, zone: string) => Cell;
}

const words: Record<string, string> = {
  studentName: 'Child',
  student: 'Child',
  guardianName: 'Parent',
  sessionName: 'Class',
  session: 'Class',
  batches: 'Batch',
  startTime: 'Time',
};
const known = new WeakMap<z.ZodType, Column[]>();

/** The columns of a list by the contract of its rows; what a person may not see is no column. */
export function columnsOf(row: z.ZodType, held: ReadonlySet<Permission>): Column[] {
  const columns = known.get(row) ?? columnsWithin(row, '', (value) => value);
  known.set(row, columns);
  return columns.filter(({ needs }) => needs === undefined || held.has(needs));
}

type Path = (row: unknown) => unknown;

function columnsWithin(schema: z.ZodType, prefix: string, path: Path): Column[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    if (prefix === '' && isInternal(name)) return [];
    const needs = field.meta()?.['needs'] as Permission | undefined;
    const value: Path = (row) => (path(row) as Record<string, unknown> | null | undefined)?.[name];
    const header = prefix === '' ? (words[name] ?? inWords(name)) : `${prefix} ${inWords(name).toLowerCase()}`;
    return columnsFor(bare(field), header, value).map((column) => ({ ...column, needs: needs ?? column.needs }));
  });
}

function columnsFor(schema: z.ZodType, header: string, value: Path): Column[] {
  const column = (cell: (given: never, zone: string) => Cell): Column[] => [
    {
      header,
      needs: undefined,
      read: (row, zone) => {
        const given = value(row);
        return given === null || given === undefined ? null : cell(given as never, zone);
      },
    },
  ];
  if (isMoney(schema)) return column((given: Money) => plainMoney(given));
  if (schema instanceof z.ZodUUID) return [];
  if (schema instanceof z.ZodISODateTime) return column(atTheCenter);
  if (schema instanceof z.ZodBoolean) return column((given: boolean) => (given ? 'YES' : null));
  if (schema instanceof z.ZodArray) return isNameable(bare(schema.element as z.ZodType)) ? column(listed) : [];
  if (schema instanceof z.ZodObject) {
    if ('name' in schema.shape) return column((given: { name: string }) => given.name);
    return columnsWithin(schema, header, value);
  }
  return isPlain(schema) ? column((given: string | number) => given) : [];
}

const isInternal = (name: string) => ['id', 'version', 'allowed', 'color'].includes(name) || name.endsWith('Id');
const isPlain = (schema: z.ZodType) =>
  [z.ZodString, z.ZodStringFormat, z.ZodNumber, z.ZodEnum].some((plain) => schema instanceof plain);
const isMoney = (schema: z.ZodType) => schema.meta()?.id === 'Money';

function bare(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return isWrapped ? bare(schema.unwrap() as z.ZodType) : schema;
}

const spoken = ['name', 'code'];
const isNameable = (element: z.ZodType) =>
  element instanceof z.ZodObject ? spoken.some((name) => name in element.shape) : !(element instanceof z.ZodUUID);

function listed(items: readonly (string | Record<string, string>)[]): string {
  return items.map((item) => (typeof item === 'object' ? (item['name'] ?? item['code']) : item)).join(', ');
}

function atTheCenter(instant: string, zone: string): string {
  const { date, time } = localOf(instant, zone);
  return `${date} ${time}`;
}

function inWords(name: string): string {
  const spaced = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

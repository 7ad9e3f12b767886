import { Injectable } from '@nestjs/common';
import { type ExportedList, exportedLists, type Operation, type SkillMatrix } from '@cartwheel/contracts';
import { minorDigits } from '@cartwheel/domain/money';
import * as z from 'zod';
import type { Actor, ActorCenter } from '../../platform/auth/actor.ts';
import { columnsOf } from '../../platform/http/columns.ts';
import { Handlers } from '../../platform/http/handlers.ts';
import { detailed, type DetailedList, type ExportRow, ExportsRepository } from './exports.repository.ts';
import { importedCells, matrixCells, rowsIn, seenBy } from './exports.rules.ts';

const AT_ONCE = 2000;

export interface Filters {
  params: unknown;
  query: Record<string, unknown>;
}
type Answer = Record<string, unknown> & { nextCursor?: string | null };
type Row = Record<string, unknown>;
type ImportedRows = Parameters<typeof importedCells>[0] & Row[];

/** Lists as files: the list itself is asked, so that the file has its rows, its order, its walls and its blanks. */
@Injectable()
export class ListsService {
  constructor(
    private readonly handlers: Handlers,
    private readonly exports: ExportsRepository,
  ) {}

  async *pages(actor: Actor, center: ActorCenter, list: ExportedList, filters: Filters): AsyncGenerator<ExportRow[]> {
    const operation: Operation = exportedLists[list];
    const limit = isPaged(operation) && { limit: AT_ONCE };
    let cursor: string | null = null;
    do {
      const query = { ...filters.query, ...limit, ...(cursor !== null && { cursor }) };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- lists answer objects; `ask` has shaped it
      const answer = (await this.handlers.ask(operation, actor, { ...filters, query })) as Answer;
      yield await this.cells({ actor, center, list, operation }, answer);
      cursor = answer.nextCursor ?? null;
    } while (cursor !== null);
  }

  private async cells(
    { actor, center, list, operation }: { actor: Actor; center: ActorCenter; list: ExportedList; operation: Operation },
    answer: Answer,
  ): Promise<ExportRow[]> {
    // oxlint-disable typescript/no-unsafe-type-assertion -- the contract of the list says what its rows are
    if (list === 'skill-matrix') return matrixCells(answer as unknown as SkillMatrix);
    const rows = answer[rowsIn[list] ?? 'items'] as Row[];
    if (list === 'import-rows') return importedCells(rows as ImportedRows);
    if (isDetailed(list)) {
      const ids = rows.map((row) => row['id'] as string);
      const details = await this.exports.details(list, ids, minorDigits(center.currency));
      return details.map((row) => seenBy(actor.permissions, row));
    }
    // oxlint-enable typescript/no-unsafe-type-assertion
    const columns = columnsOf(rowSchema(operation, rowsIn[list] ?? 'items'), actor.permissions);
    return rows.map((row) =>
      Object.fromEntries(columns.map(({ header, read }) => [header, read(row, center.timezone)])),
    );
  }
}

const isDetailed = (list: ExportedList): list is ExportedList & DetailedList => Object.hasOwn(detailed, list);
const isPaged = ({ query }: Operation) => query instanceof z.ZodObject && 'limit' in query.shape;

function rowSchema({ answer }: Operation, name: string): z.ZodType {
  const rows: unknown = answer instanceof z.ZodObject ? answer.shape[name] : undefined;
  const row: unknown = rows instanceof z.ZodArray ? rows.element : undefined;
  if (!(row instanceof z.ZodType)) throw new Error(`The list answers no ${name}`);
  return row;
}

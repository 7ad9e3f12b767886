import { Injectable } from '@nestjs/common';
import type { Problem } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { type Imported, type ImportContext, noteOf, OneByOne, type RowsImporter } from './import-context.ts';
import { ImportContextService } from './import-context.service.ts';
import { ImportersService } from './importers.service.ts';
import { ImportRowsRepository, type RowResult, type WaitingRow } from './import-rows.repository.ts';
import type { ImportState } from './imports.repository.ts';
import { roundsOf } from './rounds.rules.ts';

/** What says nothing about the row: the same row may go well a moment later, and the worker tries again. */
export const passing = new Set(['conflict_retry', 'overloaded', 'unavailable']);

/** Brings many rows in with few statements. */
@Injectable()
export class ImportBatches {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly contexts: ImportContextService,
    private readonly importers: ImportersService,
  ) {}

  /** What became of each. */
  async bringIn(found: ImportState, waiting: readonly WaitingRow[]): Promise<RowResult[]> {
    const context = await this.contexts.of(found);
    const importer = this.importers.of(found.kind);
    await importer.takeTurns(waiting, context);
    const results: RowResult[] = [];
    for (const round of roundsOf(waiting, (row) => importer.keysOf(row, context))) {
      results.push(...(await this.together(round, importer, context)));
    }
    return results;
  }

  /** Each row is all or nothing, and none takes others down: what fails together is tried in halves. */
  private async together(
    rows: readonly WaitingRow[],
    importer: RowsImporter,
    context: ImportContext,
  ): Promise<RowResult[]> {
    if (rows.length === 0) return [];
    try {
      const imported = await this.rows.attempt(() => importer.bringIn(rows, context));
      return rows.map((row, index) => resultOf(row, imported[index]!));
    } catch (error) {
      const [row] = rows;
      if (row && rows.length === 1) return [refused(row, aboutRows(error))];
      const results = [];
      for (const part of partsOf(rows, error)) results.push(...(await this.together(part, importer, context)));
      return results;
    }
  }
}

/** What says nothing about the rows is thrown on. */
function aboutRows(error: unknown): Problem {
  const problem = toProblem(error);
  if (passing.has(problem.code)) throw error;
  return problem;
}

function partsOf(rows: readonly WaitingRow[], error: unknown): WaitingRow[][] {
  if (error instanceof OneByOne) {
    const { positions } = error;
    const others = rows.filter((_, position) => !positions.has(position));
    return [others, ...rows.filter((_, position) => positions.has(position)).map((row) => [row])];
  }
  aboutRows(error);
  const half = Math.ceil(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half)];
}

/** What `refuse` says: no more than that it is not valid. */
const UNNAMED = 'invalid';

function resultOf({ position, warnings }: WaitingRow, imported: Imported): RowResult {
  return { ...imported, position, warnings: [...warnings, ...imported.warnings] };
}

function refused(row: WaitingRow, problem: Problem): RowResult {
  const reasons = reasonsOf(problem, row.rowNumber);
  return resultOf(row, { outcome: 'FAILED', studentId: null, leadId: null, reasons, warnings: [] });
}

function reasonsOf(problem: Problem, rowNumber: number) {
  const [first] = problem.extras.errors ?? [];
  const message = `Row ${rowNumber}: ${first?.message ?? problem.message}.`.replace(/\.\.$/, '.');
  const code = first && first.code !== UNNAMED ? first.code : problem.code;
  return [noteOf(first?.path ?? null, code, message)];
}

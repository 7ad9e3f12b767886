import type { Import } from '@cartwheel/contracts';
import { fieldsOf } from '@cartwheel/sheets';
import { fullMapping, undoUntil } from './imports.rules.ts';
import type { ImportState } from './imports.repository.ts';

const required = new Set(['childName']);

export function importAnswer(state: ImportState): Import {
  const { plan, doneRows, totalRows, created, updated, skipped, failed, ...told } = state;
  const { id, kind, status, fileName, sameFileImportedAt, failure, undoneAt, keptRows, createdAt, createdBy, version } =
    told;
  return {
    ...plan.recognised,
    titledBatches: plan.recognised.titledBatches ?? {},
    id,
    kind,
    status,
    fileName,
    sameFileImportedAt,
    fields: fieldsOf[kind].map((field) => ({ field, required: required.has(field) })),
    mapping: fullMapping(plan),
    dateOrder: plan.dateOrder ?? plan.recognised.dateOrder,
    valueMap: plan.valueMap,
    defaults: plan.defaults,
    progress: { done: doneRows, total: totalRows },
    counts: { created, updated, skipped, failed },
    failure,
    undoneAt,
    undoUntil: undoUntil(state),
    keptRows,
    createdAt,
    createdBy,
    version,
  };
}

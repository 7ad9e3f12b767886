import * as z from 'zod';
import { operation } from './operation.ts';
import { Id, IdParams, Instant, list, Page, Person, Version } from './primitives.ts';

export const ImportKind = z.enum(['LEADS', 'STUDENTS', 'ATTENDANCE', 'SKILLS']).meta({ id: 'ImportKind' });
export const ImportStatus = z
  .enum(['UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE'])
  .meta({ id: 'ImportStatus' });
export const RowOutcome = z.enum(['CREATED', 'UPDATED', 'SKIPPED', 'FAILED']);
const DateOrder = z.enum(['DMY', 'MDY', 'YMD']);

/** Column index → field of ours, or null to leave it out. */
export const ImportMapping = z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40).nullable());

export const Import = z
  .object({
    id: Id,
    kind: ImportKind,
    status: ImportStatus,
    fileName: z.string(),
    format: z.enum(['CSV', 'TXT', 'XLSX']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    /** The same bytes were imported before. */
    sameFileImportedAt: Instant.nullable(),
    sheets: z.array(z.object({ name: z.string(), rows: z.int(), hidden: z.boolean() })),
    /** All chosen sheets are read one after the other. */
    sheet: z.array(z.string()),
    headerRow: z.int().nullable(),
    columns: z.array(
      z.object({
        index: z.int(),
        header: z.string(),
        samples: z.array(z.string()),
        filled: z.number(),
        field: z.string().nullable(),
        confidence: z.enum(['SURE', 'CHECK', 'UNMAPPED', 'IGNORED']),
      }),
    ),
    fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
    mapping: ImportMapping,
    dateOrder: DateOrder.nullable(),
    dateOrderProven: z.boolean(),
    dateSamples: z.array(z.string()),
    /** Values the importer had to translate: field, as written, how often, what it becomes. */
    values: z.array(z.object({ field: z.string(), value: z.string(), count: z.int(), becomes: z.string().nullable() })),
    valueMap: z.record(z.string(), z.record(z.string(), z.string())),
    /** What to use where the file says nothing: source, plan, batch … */
    defaults: z.record(z.string(), z.string()),
    /** Sheet → the batch its title names; for its rows where no column and no default says another. */
    titledBatches: z.record(z.string(), z.string()),
    warnings: z.array(z.string()),
    progress: z.object({ done: z.int(), total: z.int() }),
    counts: z.object({ created: z.int(), updated: z.int(), skipped: z.int(), failed: z.int() }),
    failure: z.string().nullable(),
    undoneAt: Instant.nullable(),
    undoUntil: Instant.nullable(),
    /** What could not be taken back, since someone changed it after the import. */
    keptRows: z.array(z.object({ rowNumber: z.int().nullable(), what: z.string() })),
    createdAt: Instant,
    createdBy: Person.nullable(),
    version: Version,
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

export const ImportRow = z
  .object({
    rowNumber: z.int(),
    sheet: z.string(),
    outcome: RowOutcome.nullable(),
    reasons: z.array(z.object({ field: z.string().nullable(), code: z.string(), message: z.string() })),
    warnings: z.array(z.object({ field: z.string().nullable(), code: z.string(), message: z.string() })),
    cells: z.record(z.string(), z.string()),
    studentId: Id.nullable(),
    leadId: Id.nullable(),
  })
  .meta({ id: 'ImportRow' });

const imports = { tag: 'Imports', permission: 'imports:manage' } as const;

export const uploadImport = operation({
  ...imports,
  id: 'uploadImport',
  method: 'POST',
  path: '/imports',
  summary: 'Upload a CSV, TXT or XLSX file (10 MB, 20,000 rows, 100 columns) and see what was recognised',
  body: z.strictObject({ kind: ImportKind, encoding: z.string().max(40).optional() }),
  media: { body: 'multipart/form-data' },
  answer: Import,
  status: 201,
  problems: ['payload_too_large', 'unsupported_media_type', 'unreadable_file'],
});

export const listImports = operation({
  ...imports,
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  summary: 'Imports of this center, newest first',
  query: z.strictObject(Page),
  answer: list(Import),
});

export const getImport = operation({
  ...imports,
  id: 'getImport',
  method: 'GET',
  path: '/imports/:id',
  summary: 'One import with its state and counts',
  params: IdParams,
  answer: Import,
  problems: ['not_found'],
});

export const changeImport = operation({
  ...imports,
  id: 'changeImport',
  method: 'PATCH',
  path: '/imports/:id',
  summary: 'Correct what was recognised, before it runs',
  params: IdParams,
  body: z.strictObject({
    sheet: z.array(z.string().max(100)).min(1).max(50).optional(),
    headerRow: z.int().min(1).max(20000).optional(),
    mapping: ImportMapping.optional(),
    dateOrder: DateOrder.optional(),
    defaults: z.record(z.string().max(40), z.string().max(200)).optional(),
    valueMap: z.record(z.string().max(40), z.record(z.string().max(200), z.string().max(200))).optional(),
  }),
  answer: Import,
  problems: ['not_found', 'invalid_transition'],
});

export const dryRunImport = operation({
  ...imports,
  id: 'dryRunImport',
  method: 'POST',
  path: '/imports/:id/dry-run',
  summary: 'Check every row and fill the counts; writes nothing else',
  params: IdParams,
  answer: Import,
  problems: ['not_found', 'invalid_transition'],
});

export const runImport = operation({
  ...imports,
  id: 'runImport',
  method: 'POST',
  path: '/imports/:id/run',
  summary: 'Import in the background; each row is all or nothing',
  params: IdParams,
  answer: Import,
  status: 202,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});

export const listImportRows = operation({
  ...imports,
  id: 'listImportRows',
  method: 'GET',
  path: '/imports/:id/rows',
  summary: 'The rows with what became of them and why',
  params: IdParams,
  query: z.strictObject({ ...Page, outcome: RowOutcome.optional() }),
  answer: list(ImportRow),
  problems: ['not_found'],
});

export const undoImport = operation({
  ...imports,
  id: 'undoImport',
  method: 'POST',
  path: '/imports/:id/undo',
  summary: 'Take an import back within seven days; what was changed since is kept and listed',
  params: IdParams,
  answer: Import,
  status: 202,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});

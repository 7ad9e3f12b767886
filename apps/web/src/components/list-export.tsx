'use client';

import type { ExportedKind } from '@cartwheel/contracts';
import { type ExportFilters, useListExport } from '../lib/list-export.ts';
import { ExportMenu } from './export-menu.tsx';

interface ListExportProps<Kind extends ExportedKind> {
  kind: Kind;
  filters: ExportFilters<Kind>;
  /** What is exported, for those who hear the button rather than see where it stands. */
  of: string;
}

/** The small Export menu of a list that is no table. Nothing for those who may not. */
export function ListExport<Kind extends ExportedKind>({ kind, filters, of }: ListExportProps<Kind>) {
  return <ExportMenu {...useListExport(kind, filters)} of={of} />;
}

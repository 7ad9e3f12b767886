'use client';

import type {
  ExportedKind,
  exportedLists,
  exportedRegisters,
  Operation,
  ParamsOf,
  QueryOf,
} from '@cartwheel/contracts';
import { useCenterIfAny } from './center.tsx';
import { saveFile } from './save-file.ts';
import { useSession } from './session.tsx';

type Lists = typeof exportedLists & { [Kind in keyof typeof exportedRegisters]: Register<Kind> };
type Register<Kind extends keyof typeof exportedRegisters> = Pick<Operation, 'permission'> & {
  query: (typeof exportedRegisters)[Kind]['query'];
};
type Asked<Value> = [Value] extends [undefined] ? unknown : Value;

/** What a kind may be asked for: which one it is of, and the filters of its list. How many at once is not asked. */
export type ExportFilters<Kind extends ExportedKind> = Omit<
  Asked<QueryOf<Lists[Kind]>> & Asked<ParamsOf<Lists[Kind]>>,
  'limit' | 'cursor'
>;

export interface Exporting {
  onExport?: (format: 'csv' | 'xlsx') => Promise<void>;
}

/** What a table needs for its Export menu, for those who may: the list as it is filtered, all pages of it, as a file. */
export function useListExport<Kind extends ExportedKind>(kind: Kind, filters: ExportFilters<Kind>): Exporting {
  const { may } = useSession();
  const center = useCenterIfAny();
  if (!center || !may('exports:run')) return {};
  const query = ofTheList(filters);
  return {
    onExport: (format) => {
      const file = `${kind}.${format}`;
      return saveFile('exportRows', { params: { file }, query }, file);
    },
  };
}

/** The filters without how many at once: the file has all. */
function ofTheList(filters: object): Record<string, string> {
  const given = Object.entries(filters).filter(([name, value]) => name !== 'limit' && name !== 'cursor' && value);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

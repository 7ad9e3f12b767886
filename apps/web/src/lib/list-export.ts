'use client';

import { saveFile } from './save-file.ts';
import { useSession } from './session.tsx';

/** What a table needs for its Export menu, for those who may: everything of a kind as a file. */
export function useListExport(kind: string): { onExport?: (format: 'csv' | 'xlsx') => Promise<void> } {
  const { may } = useSession();
  if (!may('exports:run')) return {};
  return {
    onExport: (format) =>
      saveFile('exportRows', { params: { file: `${kind}.${format}` }, query: {} }, `${kind}.${format}`),
  };
}

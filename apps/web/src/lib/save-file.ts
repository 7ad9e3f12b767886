import { apiFile, type ApiInput } from './api.ts';
import type { OperationId } from './operations.ts';

/** Fetches a file with the session and the center, then hands it to the browser's downloads. */
export async function saveFile<Id extends OperationId>(id: Id, input: ApiInput<Id>, fallbackName: string) {
  const { file, name } = await fetchFile(id, input);
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name ?? fallbackName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Opens a PDF in its own tab. The tab is opened at once, within the click, so that no popup blocker objects. */
export async function openFile<Id extends OperationId>(id: Id, input: ApiInput<Id>) {
  const tab = window.open('', '_blank');
  try {
    const { file } = await fetchFile(id, input);
    const url = URL.createObjectURL(file);
    if (tab) tab.location.href = url;
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (problem) {
    tab?.close();
    throw problem;
  }
}

function fetchFile<Id extends OperationId>(id: Id, input: ApiInput<Id>): Promise<{ file: Blob; name?: string }> {
  // See operation-hooks: ApiInput<Id> cannot be rebuilt while Id is open.
  return (apiFile as (id: OperationId, input: object) => Promise<{ file: Blob; name?: string }>)(id, input);
}

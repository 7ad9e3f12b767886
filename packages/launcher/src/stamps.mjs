import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { data } from './folders.mjs';

/** @param {string} name */
const stampFile = (name) => path.join(data, 'stamps', name);

/**
 * @param {string[]} places files and folders; one that is missing counts as empty
 * @param {(name: string) => boolean} [counts] whether a file or folder of that name counts
 * @returns {string} changes with any name or content in the places
 */
export function fingerprint(places, counts = () => true) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesIn(place, counts))
      hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} place @param {(name: string) => boolean} counts @returns {string[]} */
function filesIn(place, counts) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  const names = fs.readdirSync(place).filter(counts).toSorted();
  return names.flatMap((name) => filesIn(path.join(place, name), counts));
}

/**
 * Does the work unless it was done for the same mark before. Work that fails leaves no stamp.
 * @param {string} name
 * @param {string} mark
 * @param {boolean} resultStands false when what the work made is gone
 * @param {() => Promise<void>} work
 * @param {string} [file] where the stamp is kept
 */
export async function onceFor(name, mark, resultStands, work, file = stampFile(name)) {
  if (resultStands && fs.existsSync(file) && fs.readFileSync(file, 'utf8') === mark) return;
  fs.rmSync(file, { force: true });
  await work();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, mark);
}

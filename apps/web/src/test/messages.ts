import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Tree = { [key: string]: Tree | string };

const folder = path.join(import.meta.dirname, '../../messages/en');

/** All English messages, as the application merges them. */
export function englishMessages(): Record<string, Tree> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(path.join(folder, name), 'utf8'))]),
  );
}

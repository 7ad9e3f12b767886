import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const data = path.join(root, '.data');
export const logs = path.join(data, 'logs');
export const runtime = path.join(root, '.runtime');
export const api = path.join(root, 'apps/api');
export const web = path.join(root, 'apps/web');

/** @param {string} file how a person in the repository's folder would name the file */
export const shown = (file) => path.relative(root, file) || '.';

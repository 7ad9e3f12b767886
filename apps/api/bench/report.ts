import { readFileSync } from 'node:fs';
process.stdout.write(process.argv.slice(2).filter((a) => a.endsWith('.json')).map((f) => readFileSync(f, 'utf8')).join('\n'));

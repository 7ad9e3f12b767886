import { readConfig } from './platform/config/config.ts';
import { prepareDatabase } from './platform/database/prepare-database.ts';

const applied = await prepareDatabase(readConfig(process.env));
process.stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}\n` : 'The database is up to date\n');
process.exit(0);

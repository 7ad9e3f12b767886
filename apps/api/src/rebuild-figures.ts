import { createApp } from './app.ts';
import { FiguresService } from './modules/hq/index.ts';
import { readConfig } from './platform/config/config.ts';

/** Counts all figures of HQ anew from the rows themselves. May run while people work. */
const app = await createApp(readConfig({ LOG_LEVEL: 'silent', ...process.env }));
await app.init();
const centers = await app.get(FiguresService, { strict: false }).rebuild();
process.stdout.write(`Counted the figures of ${centers} centers anew.\n`);
await app.close();

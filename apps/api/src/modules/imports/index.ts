export { ImportsModule } from './imports.module.ts';
import './imports.events.ts';

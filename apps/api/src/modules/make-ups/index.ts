export { MakeUpsModule } from './make-ups.module.ts';

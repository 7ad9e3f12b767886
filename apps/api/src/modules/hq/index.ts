export { HqModule } from './hq.module.ts';

export { CheckInsModule } from './check-ins.module.ts';

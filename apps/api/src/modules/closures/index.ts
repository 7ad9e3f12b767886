export { ClosuresModule } from './closures.module.ts';

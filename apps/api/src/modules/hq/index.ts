export { FiguresService } from './figures.service.ts';
export { HqModule } from './hq.module.ts';

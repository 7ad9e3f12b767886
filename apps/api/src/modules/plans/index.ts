export { PlansModule } from './plans.module.ts';
export { PlansService } from './plans.service.ts';

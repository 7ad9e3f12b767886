export { CurriculaModule } from './curricula.module.ts';
export { CurriculaService } from './curricula.service.ts';
export { SkillsService } from './skills.service.ts';

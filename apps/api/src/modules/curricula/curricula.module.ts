import { Module } from '@nestjs/common';
import { CurriculaController } from './curricula.controller.ts';
import { CurriculaRepository } from './curricula.repository.ts';
import { CurriculaService } from './curricula.service.ts';
import { SkillsRepository } from './skills.repository.ts';
import { SkillsService } from './skills.service.ts';

@Module({
  controllers: [CurriculaController],
  providers: [CurriculaRepository, CurriculaService, SkillsRepository, SkillsService],
  exports: [CurriculaService, SkillsService],
})
export class CurriculaModule {}

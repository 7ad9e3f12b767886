export { StudentsModule } from './students.module.ts';
export { StudentsService } from './students.service.ts';
export { GuardiansService } from './guardians.service.ts';
export { KnownChildrenService } from './known-children.service.ts';
export { StudentWarningsService } from './student-warnings.service.ts';
export { trainerIdOf, visibleWarnings } from './students.rules.ts';
export { storedPhone } from './guardians.rules.ts';
export {
  familyKeys,
  type ImportedPerson,
  type PersonToWrite,
  StudentsImportService,
} from './students-import.service.ts';

import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@cartwheel/sheets';
import { AttendanceImportService } from './attendance-import.service.ts';
import type { RowsImporter } from './import-context.ts';
import { LeadImportService } from './lead-import.service.ts';
import { SkillImportService } from './skill-import.service.ts';
import { StudentImportService } from './student-import.service.ts';

@Injectable()
export class ImportersService {
  constructor(
    private readonly leads: LeadImportService,
    private readonly students: StudentImportService,
    private readonly attendance: AttendanceImportService,
    private readonly skills: SkillImportService,
  ) {}

  /** Rows are staged by the kind of their import, so that its importer gets its own. */
  of(kind: ImportKind): RowsImporter {
    const importers: Record<ImportKind, unknown> = {
      LEADS: this.leads,
      STUDENTS: this.students,
      ATTENDANCE: this.attendance,
      SKILLS: this.skills,
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- staged by the kind of the import
    return importers[kind] as RowsImporter;
  }
}

import { Injectable } from '@nestjs/common';
import type { Warning } from '@cartwheel/contracts';
import { StudentFactsRepository } from './student-facts.repository.ts';
import { warningsOf } from './students.rules.ts';

@Injectable()
export class StudentWarningsService {
  constructor(private readonly facts: StudentFactsRepository) {}

  /**
   * Everything there is to warn of, whoever asks: rules need all of it. What a person is shown goes through
   * `visibleWarnings`. One query, however many students.
   */
  async of(studentIds: readonly string[]): Promise<Map<string, Warning[]>> {
    const rows = await this.facts.of(studentIds);
    return new Map(rows.map((row) => [row.id, warningsOf(row, row.today)]));
  }
}

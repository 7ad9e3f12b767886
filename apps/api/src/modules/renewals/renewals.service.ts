import { Injectable } from '@nestjs/common';
import type { InputOf, listExpiring, listRenewals, Renewal, RenewalDetail } from '@cartwheel/contracts';
import { pageOf } from '../../platform/http/paging.ts';
import { found } from '../../platform/problems/problem.ts';
import { predictedEnd } from '../enrollments/index.ts';
import { type RenewalRow, RenewalsRepository } from './renewals.repository.ts';

/** The plans that end, have ended or went on: the lists of the desk. */
@Injectable()
export class RenewalsService {
  constructor(private readonly renewals: RenewalsRepository) {}

  async expiring({ days, ...filter }: InputOf<typeof listExpiring>['query']) {
    return this.page(await this.renewals.expiring(Number(days), more(filter)), filter.limit);
  }

  async list({ tab, from, to, ...filter }: InputOf<typeof listRenewals>['query']) {
    const period = tab === 'RENEWED' ? { from: from ?? null, to: to ?? null } : { from: null, to: null };
    return this.page(await this.renewals.inTab(tab, period, more(filter)), filter.limit);
  }

  /** What the desk sees of it in the morning. */
  async endingThisWeek(limit: number): Promise<{ count: number; items: Renewal[] }> {
    const always = { from: null, to: null };
    const rows = await this.renewals.inTab('DAYS_7', always, { limit });
    return { count: rows[0]?.total ?? 0, items: rows.map(shown) };
  }

  async get(enrollmentId: string): Promise<RenewalDetail> {
    const row = found(await this.renewals.find(enrollmentId), 'enrollment');
    return {
      ...shown(row),
      contacts: await this.renewals.contacts(enrollmentId),
      siblings: await this.renewals.siblings(enrollmentId, row.studentId),
    };
  }

  private page(rows: RenewalRow[], limit: number) {
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.position, row.enrollmentId]);
    return { items: items.map(shown), nextCursor };
  }
}

const more = <Filter extends { limit: number }>(filter: Filter): Filter => ({ ...filter, limit: filter.limit + 1 });

function shown(row: RenewalRow): Renewal {
  const { today, startDate, endDate, visitsLeft, usedLately } = row;
  const counts = visitsLeft !== null && row.endedOn === null;
  return { ...row, predicted: counts ? predictedEnd({ today, startDate, endDate, visitsLeft, usedLately }) : null };
}

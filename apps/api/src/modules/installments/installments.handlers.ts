import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { type EventMap, On, Outside } from '../../platform/events/events.ts';
import { InstallmentNoticesService } from './installment-notices.service.ts';
import './installments.events.ts';
import { InstallmentsService } from './installments.service.ts';

@Injectable()
export class InstallmentsHandlers {
  constructor(
    private readonly installments: InstallmentsService,
    private readonly notices: InstallmentNoticesService,
  ) {}

  @On('night.fell')
  lookAhead(): Promise<void> {
    return this.installments.lookAhead();
  }

  @Outside()
  @On('installment.falls-due')
  async remind({ installmentId }: EventMap['installment.falls-due'], context: Context): Promise<void> {
    await this.notices.remind(installmentId, context);
  }

  @Outside()
  @On('installment.overdue')
  async remindAgain({ installmentId, remind }: EventMap['installment.overdue'], context: Context): Promise<void> {
    if (remind) await this.notices.remind(installmentId, context);
  }
}

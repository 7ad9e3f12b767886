import { Injectable } from '@nestjs/common';
import { On } from '../../platform/events/events.ts';
import { MakeUpCreditsService } from './make-up-credits.service.ts';

@Injectable()
export class CreditsHandlers {
  constructor(private readonly makeUps: MakeUpCreditsService) {}

  @On('night.fell')
  async expireMakeUps(): Promise<void> {
    await this.makeUps.expirePast();
  }
}

import { Injectable } from '@nestjs/common';
import { type EventMap, On } from '../../platform/events/events.ts';
import { DoorLogService } from './door-log.service.ts';

@Injectable()
export class CheckInsHandlers {
  constructor(private readonly log: DoorLogService) {}

  @On('night.fell')
  async emptyTheHouse({ date }: EventMap['night.fell']) {
    await this.log.closeDaysBefore(date);
  }
}

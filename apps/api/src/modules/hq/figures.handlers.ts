import { Injectable } from '@nestjs/common';
import { addDays } from '@cartwheel/domain/calendar';
import { type EventMap, On } from '../../platform/events/events.ts';
import './figures.events.ts';
import { FiguresService } from './figures.service.ts';

@Injectable()
export class FiguresHandlers {
  constructor(private readonly figures: FiguresService) {}

  @On('figures.outdated')
  async recount({ spans }: EventMap['figures.outdated']) {
    await this.figures.recount(spans);
  }

  /** A day on which nothing happens has figures too: who is active. Yesterday's are those of its end. */
  @On('night.fell')
  async countTheDay({ date }: EventMap['night.fell']) {
    await this.figures.recount([{ from: addDays(date, -1), to: date }]);
  }
}

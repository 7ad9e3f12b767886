import { Module } from '@nestjs/common';
import { BookingsRepository } from './bookings.repository.ts';
import { BookingsService } from './bookings.service.ts';

@Module({ providers: [BookingsRepository, BookingsService], exports: [BookingsService] })
export class BookingsModule {}

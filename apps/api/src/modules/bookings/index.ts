export { BookingsModule } from './bookings.module.ts';
export { BookingsService } from './bookings.service.ts';
export type { Reclaimed, Seat } from './bookings.repository.ts';

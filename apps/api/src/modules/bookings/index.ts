export { BookingsModule } from './bookings.module.ts';
export { BookingsService } from './bookings.service.ts';

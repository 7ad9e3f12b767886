import type { LocalDate } from '@cartwheel/domain/calendar';
import { addDays } from '@cartwheel/domain/calendar';

/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** The day a spreadsheet means by a number, or null. Workbooks from old Macs count from 1904. */
export function dateOfSerial(serial: number, date1904 = false): LocalDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < (date1904 ? 0 : 1) || day > LAST_SERIAL) return null;
  if (date1904) return addDays('1904-01-01', day);
  // Serial 60 is 29 February 1900, which Excel believes in and nobody else.
  if (day === 60) return null;
  return addDays(day < 60 ? '1899-12-31' : '1899-12-30', day);
}

export function timeOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

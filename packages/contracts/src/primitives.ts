import * as z from 'zod';

export const Id = z.uuid();
export const IdParams = z.strictObject({ id: Id });

/** A calendar day in the center's zone. */
export const LocalDate = z.iso.date();
/** Wall-clock time in the center's zone. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use HH:mm');
export const Instant = z.iso.datetime({ offset: true });

export const Weekday = z.enum(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']).meta({ id: 'Weekday' });
export type Weekday = z.infer<typeof Weekday>;
export const Weekdays = z.array(Weekday).max(7);

/** 9e12 minor units keep every sum of a center exact in a double. */
export const AmountMinor = z.int().min(0).max(9_000_000_000_000);
export const SignedAmountMinor = z.int().min(-9_000_000_000_000).max(9_000_000_000_000);
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'Use an ISO 4217 code');
export const Money = z.object({ amountMinor: SignedAmountMinor, currency: Currency }).meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;

/** PostgreSQL stores neither NUL nor half of a surrogate pair; a person types neither. */
const storable = (value: string) => !value.includes('\u0000') && value.isWellFormed();
export const printable = z.string().refine(storable, 'Contains characters that cannot be stored');

/** One line or one paragraph a person typed; spaces around it are dropped. */
export const text = (max: number) => printable.trim().min(1).max(max);
export const optionalText = (max: number) => printable.trim().max(max).nullish();
export const Email = printable.trim().toLowerCase().max(320).pipe(z.email());
/** As typed; the server parses it with the center's country as default. */
export const Phone = printable.trim().min(4).max(40);

export const Version = z.int().min(1);

const Cursor = z.string().min(1).max(500);
export const Page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: Cursor.optional(),
};
export const list = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Query strings carry text: only the two words are booleans, so that `false` never means true. */
export const Flag = z.enum(['true', 'false']).transform((word) => word === 'true');

export const Person = z.object({ id: Id, name: z.string() });

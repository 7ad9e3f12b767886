import pg from 'pg';
import { fillClasses } from './fill-classes.ts';
import { fillPeople } from './fill-people.ts';
import { fillProgress } from './fill-progress.ts';
import { fillSales } from './fill-sales.ts';
import { sizeOf } from './sizes.ts';

const ground = (centers: number, weeks: number) => `
  create schema bench;
  create function bench.id(kind int, center int, no int) returns uuid language sql immutable parallel safe as $$
    select (lpad(to_hex(kind * 65536 + center), 8, '0') || '-' || lpad(to_hex(no / 4096), 4, '0') || '-7'
      || lpad(to_hex(no % 4096), 3, '0') || '-8000-000000000000')::uuid
  $$;
  create table bench.size as select ${weeks} as weeks, (now() at time zone 'Asia/Kolkata')::date as today;
  create table bench.centers as select no, bench.id(1, no, 0) as id from generate_series(1, ${centers}) no;
  -- Three patterns of two weekdays, five classes a day; the days are counted from today, so that today always has some.
  create table bench.batches as
    select no, no % 3 as pattern, (array['09:00', '10:30', '15:00', '16:30', '18:00'])[no / 3 + 1] as start_time,
      (array['10:00', '11:30', '16:00', '17:30', '19:00'])[no / 3 + 1] as end_time,
      array[weekday_of(today + no % 3), weekday_of(today + no % 3 + 3)] as days
    from bench.size, generate_series(0, 14) no;
  create table bench.sessions as
    select b.no as batch, day, b.no * 4096 + day + 2000 as no, today + day as date, b.start_time, b.end_time, b.pattern
    from bench.size, generate_series(-7 * weeks, 42) day, bench.batches b
    where (day % 7 + 7) % 7 in (b.pattern, b.pattern + 3);
  create table bench.students as
    select no, no / 30 as batch, today - no * 7 % 85 as starts, no % 10 = 0 as has_pack, no < 450 as is_enrolled
    from bench.size, generate_series(0, 499) no;
  analyze`;

/** Fills an empty database with one organization. Triggers are off: what they would have written is written here. */
async function fill(): Promise<void> {
  const { centers, weeks } = sizeOf(process.argv);
  const admin = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await admin.connect();
  await admin.query(
    "set session_replication_role = replica; set maintenance_work_mem = '256MB'; set work_mem = '64MB'",
  );
  await admin.query(ground(centers, weeks));
  for (const [what, statement] of [...fillPeople, ...fillClasses, ...fillProgress, ...fillSales]) {
    const began = Date.now();
    const { rowCount } = await admin.query(statement);
    process.stdout.write(`${String(rowCount ?? 0).padStart(9)} ${what} (${Date.now() - began} ms)\n`);
  }
  await admin.query('vacuum analyze');
  await admin.query('checkpoint');
  await admin.end();
}

await fill();

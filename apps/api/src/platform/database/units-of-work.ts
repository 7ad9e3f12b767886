import { Injectable } from '@nestjs/common';
import { type Context, Database } from './database.ts';

/** For services that work outside of a request: they say where a unit begins and ends; what is in it is for repositories. */
@Injectable()
export class UnitsOfWork {
  constructor(private readonly db: Database) {}

  /** As `Database.inUnit`: it commits when the work is done and leaves nothing behind when it throws. */
  run<T>(context: Context, work: () => Promise<T>): Promise<T> {
    return this.db.inUnit(context, work);
  }
}

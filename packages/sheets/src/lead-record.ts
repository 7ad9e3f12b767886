import { parseYesNo } from './cell-readings.ts';
import { readPerson, withKeptTexts } from './person-record.ts';
import type { LeadRecord } from './records.ts';
import type { RowReader } from './row-reader.ts';
import type { StatusReading } from './statuses.ts';
import { parseDeadReason, parseStatus } from './statuses.ts';

const EARLIEST = '1990-01-01';
const LATEST = '2099-12-31';

export function readLead(reader: RowReader): LeadRecord {
  const limits = { notBefore: EARLIEST, notAfter: LATEST };
  const trial = {
    trialOn: reader.date('trialOn', limits),
    trialAttended: readAnswer(reader),
  };
  const record = {
    ...readPerson(reader),
    ...trial,
    ...readStatus(reader, trial),
    enquiredOn: reader.date('enquiredOn', limits),
    followUpOn: reader.date('followUpOn', limits),
  };
  return withKeptTexts(record, reader);
}

function readStatus(reader: RowReader, trial: Pick<LeadRecord, 'trialOn' | 'trialAttended'>): StatusReading {
  const text = reader.text('status');
  const status = text === null ? null : parseStatus(text);
  if (text !== null && !status) {
    reader.warn('status', 'unknown_status', 'is no status we know; the lead starts anew and the text is kept');
  }
  const why = reader.text('deadReason');
  if (status?.status !== 'DEAD_LEAD' || why === null) return status ?? impliedBy(trial, reader);
  return { status: 'DEAD_LEAD', deadReason: parseDeadReason(why) ?? status.deadReason };
}

/** Without a status, what happened to the trial tells where the lead stands. */
function impliedBy({ trialOn, trialAttended }: Pick<LeadRecord, 'trialOn' | 'trialAttended'>, reader: RowReader) {
  if (trialAttended) return { status: 'INTRO_ATTENDED', deadReason: null } as const;
  if (!trialOn) return { status: 'DISCOVERY', deadReason: null } as const;
  const isPast = trialOn < reader.options.today;
  if (trialAttended === false && isPast) return { status: 'NO_SHOW', deadReason: null } as const;
  return { status: 'INTRO_SCHEDULED', deadReason: null } as const;
}

function readAnswer(reader: RowReader): boolean | null {
  const text = reader.text('trialAttended');
  if (text === null) return null;
  const answer = parseYesNo(text);
  if (answer === null) reader.warn('trialAttended', 'unknown_answer', 'is neither yes nor no');
  return answer;
}

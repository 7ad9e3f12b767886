import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '@cartwheel/contracts';
import { SHEET_ENCODINGS } from '@cartwheel/sheets';
import { Problem } from '../../platform/problems/problem.ts';
import type { Recognised, SheetAnswer, SheetRequest, StagedRow } from './sheet-request.ts';

const TIME_LIMIT_MS = 60_000;
const AT_ONCE = 2;
const MAX_WAITING = 6;
const entry = fileURLToPath(new URL('./parse-sheet.ts', import.meta.url));
const apiFolder = fileURLToPath(new URL('../../../', import.meta.url));

const codes: Partial<Record<string, ProblemCode>> = {
  file_too_large: 'payload_too_large',
  unsupported_file: 'unsupported_media_type',
};

/** Reads files in processes of their own, a few at once. */
@Injectable()
export class SheetParser {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** Throws payload_too_large, unsupported_media_type or unreadable_file with a sentence for whoever chose the file. */
  async recognise(request: SheetRequest): Promise<Recognised> {
    const answer = await this.ask('recognise', request);
    if ('recognised' in answer) return answer.recognised;
    throw new Error('The file was not recognised');
  }

  async stage(request: SheetRequest): Promise<StagedRow[]> {
    const answer = await this.ask('stage', request);
    if ('rows' in answer) return answer.rows;
    throw new Error('The file was not staged');
  }

  private async ask(want: 'recognise' | 'stage', request: SheetRequest): Promise<SheetAnswer & { done: true }> {
    await this.takeTurn();
    try {
      const answer = await inProcess(want, request);
      if (answer.done) return answer;
      throw refusal(answer);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async takeTurn(): Promise<void> {
    if (this.waiting.length >= MAX_WAITING) throw new Problem('overloaded', { retryAfter: 10 });
    while (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }
}

function inProcess(want: 'recognise' | 'stage', request: SheetRequest): Promise<SheetAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<SheetAnswer>();
  const child = fork(entry, {
    execArgv: ['--max-old-space-size=512', '--import', '@swc-node/register/esm-register'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    cwd: apiFolder,
    // Nothing of ours: no database, no secrets.
    env: { PATH: process.env['PATH'] },
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own process on the other side
  child.once('message', (answer) => resolve(answer as SheetAnswer));
  child.once('error', reject);
  child.once('exit', () => reject(new Problem('unreadable_file', { detail: 'This file is more than can be read.' })));
  child.send({ want, request }, (error) => error && reject(error));
  return promise.finally(() => {
    clearTimeout(limit);
    child.kill('SIGKILL');
  });
}

function refusal({ code, message }: { code: string; message: string }): Problem {
  return new Problem(codes[code] ?? 'unreadable_file', {
    detail: message,
    errors: [{ path: code.startsWith('encoding_') ? 'encoding' : 'file', message, code }],
    ...(code.startsWith('encoding_') && { allowed: [...SHEET_ENCODINGS] }),
  });
}

import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './failure.mjs';
import { shown } from './folders.mjs';
import { describeEnd, ending, openLog } from './run-step.mjs';
import { signalGroup, startProgram } from './started.mjs';

const shortLife = 10_000;
const shortLivesAllowed = 5;
const patience = 30_000;
const linesShownAMinute = 12;

/**
 * @typedef {object} ServiceOptions
 * @property {string} name also the name of its log file
 * @property {string} title as a person calls it
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [cwd]
 * @property {{ uid?: number, gid?: number }} [as]
 * @property {NodeJS.Signals} [stopSignal]
 * @property {boolean} [showsErrors] whether what it reports as an error is also shown at the terminal
 */

/** A program that is kept running: when it ends by itself it is started again, later and later, up to a limit. */
export class Service {
  /** The program while it runs. */
  #child;
  #stopping = false;
  #shortLives = 0;
  #log;
  #shown = { minute: 0, lines: 0 };
  gaveUp = false;
  /** @type {(service: Service) => void} called once when it is not started again */
  onGivenUp = () => {};

  /** @param {ServiceOptions} options */
  constructor(options) {
    this.options = { stopSignal: 'SIGTERM', showsErrors: true, as: {}, ...options };
    this.#log = openLog(options.name);
    this.logFile = shown(this.#log.file);
  }

  get title() {
    return this.options.title;
  }

  start() {
    const { command, args, env, cwd, as, showsErrors } = this.options;
    const startedAt = Date.now();
    const child = startProgram(command, args, { ...as, env, cwd });
    this.#child = child;
    this.#record(child.stdout, (line) => showsErrors && isErrorRecord(line));
    this.#record(child.stderr, () => showsErrors);
    void ending(child).then((ended) => this.#onEnd(child, ended, Date.now() - startedAt));
  }

  /** @param {import('node:stream').Readable} stream @param {(line: string) => boolean} isShown */
  #record(stream, isShown) {
    createInterface({ input: stream }).on('line', (line) => {
      fs.writeSync(this.#log.descriptor, `${line}\n`);
      if (isShown(line) && !isWarning(line) && !this.#stopping) this.#show(readable(line));
    });
  }

  /** A program in trouble repeats itself: the terminal gets the beginning, the log gets everything. @param {string} text */
  #show(text) {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#shown.minute) this.#shown = { minute, lines: 0 };
    this.#shown.lines += 1;
    if (this.#shown.lines > linesShownAMinute + 1) return;
    const more = this.#shown.lines > linesShownAMinute;
    say(`[${this.options.name}] ${more ? `… more in ${this.logFile}` : text}`);
  }

  /** @param {import('node:child_process').ChildProcess} child @param {number | string} ended @param {number} life */
  async #onEnd(child, ended, life) {
    // What it had started itself must not hold on to its port.
    signalGroup(child, 'SIGKILL');
    this.#child = undefined;
    if (this.#stopping) return;
    this.#shortLives = life < shortLife ? this.#shortLives + 1 : 1;
    if (this.#shortLives > shortLivesAllowed) return this.#giveUp(ended);
    say(`${this.title} ended (${describeEnd(ended)}) and is started again.`);
    await pause(200 * 2 ** (this.#shortLives - 1));
    if (!this.#stopping) this.start();
  }

  /** @param {number | string} ended */
  #giveUp(ended) {
    this.gaveUp = true;
    this.lastEnd = describeEnd(ended);
    this.onGivenUp(this);
  }

  /** Asks it to end, and ends it after half a minute. */
  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return;
    const ended = ending(child);
    signalGroup(child, this.options.stopSignal);
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
    await ended;
    clearTimeout(force);
  }
}

/** @param {string} line a record of the log at level error or fatal */
const isErrorRecord = (line) => /^\{.*"level":(50|60|"error"|"fatal")/.test(line);

/** @param {string} line what Node itself prints about the use of an interface */
const isWarning = (line) => /^\(node:\d+\) |^\(Use `node --trace-/.test(line);

/** @param {string} line */
function readable(line) {
  if (!isErrorRecord(line)) return line;
  try {
    const { msg, err } = JSON.parse(line);
    return [msg, err?.message].filter(Boolean).join(': ') || line;
  } catch {
    return line;
  }
}

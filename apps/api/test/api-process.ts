import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../../packages/launcher/src/ports.mjs';

const folder = new URL('..', import.meta.url).pathname;

export interface ApiProcess {
  readonly origin: string;
  readonly pid: number;
  /** As a machine that loses power: nothing is finished, nothing is said. */
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** The API as a process of its own, as `npm start` runs it. */
export async function startProcess(databaseUrl: string): Promise<ApiProcess> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
  };
  let child: ChildProcess;

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  const start = async () => {
    child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'src/main.ts'], {
      cwd: folder,
      env,
      stdio: 'ignore',
    });
    for (let waited = 0; waited < 60_000; waited += 50) {
      const answer = await fetch(`${origin}/api/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await wait(50);
    }
    throw new Error('The API did not start');
  };
  await start();
  return {
    origin,
    get pid() {
      return child.pid ?? 0;
    },
    kill: () => end('SIGKILL'),
    restart: start,
    stop: () => end('SIGTERM'),
  };
}

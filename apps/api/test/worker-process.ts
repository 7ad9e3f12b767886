import { spawn } from 'node:child_process';
import { once } from 'node:events';

const folder = new URL('..', import.meta.url).pathname;

/** The worker as a process of its own, as `npm start` runs it. Answers how to kill it, as a machine that loses power. */
export function startWorker(databaseUrl: string): () => Promise<void> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'src/worker.ts'], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  return async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
}

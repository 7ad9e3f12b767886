import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Call, Workload } from './workloads.ts';

export interface Figures {
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
  count: number;
  errors: number;
  firstError?: string;
}

export interface Doors {
  origin: string;
  headersFor: (call: Call) => Record<string, string>;
}

/** Every connection sends its next request when it has the answer to the last one. */
export async function load(
  doors: Doors,
  workload: Workload,
  timing: { connections: number; seconds: number },
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: timing.connections });
  const warmUntil = Date.now() + (workload.writes ? 0 : 1_000);
  const until = warmUntil + timing.seconds * 1_000;
  const times: number[] = [];
  const failures: string[] = [];
  let next = 0;
  const connection = async () => {
    for (let call = workload.call(next++); call && Date.now() < until; call = workload.call(next++)) {
      const began = performance.now();
      const failure = await send(agent, doors, call);
      if (Date.now() < warmUntil) continue;
      times.push(performance.now() - began);
      if (failure) failures.push(failure);
    }
  };
  const began = Math.max(warmUntil, Date.now());
  await Promise.all(Array.from({ length: timing.connections }, connection));
  agent.destroy();
  const [firstError] = failures;
  return { ...spread(times, (Date.now() - began) / 1_000), errors: failures.length, ...(firstError && { firstError }) };
}

/** Sorted times give the percentiles. */
export function spread(times: number[], seconds: number): Omit<Figures, 'errors' | 'firstError'> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: sorted.length / seconds, count: sorted.length };
}

/** Answers what went wrong, or undefined. */
function send(agent: Agent, { origin, headersFor }: Doors, call: Call): Promise<string | undefined> {
  return new Promise((resolve) => {
    const body = call.body && JSON.stringify(call.body);
    const headers = {
      ...headersFor(call),
      ...(body && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'idempotency-key': randomUUID(),
      }),
    };
    const sent = request(`${origin}/api/v1${call.path}`, { agent, method: call.method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const isFine = (response.statusCode ?? 500) < 300;
        resolve(isFine ? undefined : `${response.statusCode} ${Buffer.concat(parts).toString().slice(0, 300)}`);
      });
    });
    sent.on('error', (error) => resolve(error.message));
    sent.end(body);
  });
}

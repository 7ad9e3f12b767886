'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useCenter } from '../../lib/center.tsx';
import { useDeviceSetting } from '../../lib/device-setting.ts';
import { newKey } from '../../lib/keys.ts';
import { beep } from './beep.ts';
import { type CheckInResult, type Scan, sendScan } from './queries.ts';
import { type ScanQueue, useScanQueue, type WaitingScan } from './scan-queue.ts';
import { toneOf } from './answer-words.ts';

export type Direction = 'IN' | 'OUT';
export type Visitor = { code: string } | { studentId: string; name: string };

export type KioskAnswer =
  | { kind: 'asking'; name: string | null }
  | { kind: 'done'; result: CheckInResult }
  | { kind: 'refused'; problem: ApiProblem }
  /** There is no connection: it is kept and told later. */
  | { kind: 'kept'; name: string | null };

const SHOWN_MS = 4000;
const FLUSH_MS = 15_000;
const refusals = new Set([400, 403, 404, 409, 410, 422]);

/** What a kiosk does with whoever is before it. */
export function useKiosk() {
  const { id } = useCenter();
  const queue = useScanQueue(id);
  const device = useDeviceName();
  const [direction, setDirection] = useState<Direction>('IN');
  const [answer, setAnswer] = useState<KioskAnswer | null>(null);
  const [sound, setSound] = useDeviceSetting<'on' | 'off'>('kioskSound', 'off');
  const clear = useCallback(() => setAnswer(null), []);
  useAutoClear(answer, clear);
  useFlush(queue);

  const show = (next: KioskAnswer) => {
    setAnswer(next);
    if (sound === 'on') beep(toneOf(next));
  };
  const record = async (visitor: Visitor) => {
    const name = 'name' in visitor ? visitor.name : null;
    const who = 'code' in visitor ? { code: visitor.code } : { studentId: visitor.studentId };
    const leaving = direction === 'OUT' && ({ eventType: 'CENTER_CHECK_OUT' } as const);
    const scan: Scan = { ...who, ...leaving, device, clientEventId: newKey() };
    const occurredAt = new Date().toISOString();
    setAnswer({ kind: 'asking', name });
    try {
      show({ kind: 'done', result: await sendScan(scan) });
    } catch (problem) {
      if (isRefusal(problem)) return show({ kind: 'refused', problem });
      queue.add({ scan: { ...scan, occurredAt }, name, refused: null });
      show({ kind: 'kept', name });
    }
  };
  return { answer, clear, direction, setDirection, queue, record, sound, setSound };
}

/** The API understood and said no; everything else may go better later. */
const isRefusal = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem && refusals.has(problem.status) && problem.code !== 'conflict_retry';

function useDeviceName(): string {
  const [name, setName] = useDeviceSetting<string>('kioskName', '');
  useEffect(() => {
    if (!name) setName(`Kiosk ${newKey().slice(0, 4).toUpperCase()}`);
  }, [name, setName]);
  return name || 'Kiosk';
}

function useAutoClear(answer: KioskAnswer | null, clear: () => void): void {
  useEffect(() => {
    if (!answer || answer.kind === 'asking') return undefined;
    const timer = setTimeout(clear, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [answer, clear]);
}

/** Tells what waits, in its order: at once, when the connection is back, and every now and then. */
function useFlush(queue: ScanQueue): void {
  const latest = useRef(queue);
  useEffect(() => {
    latest.current = queue;
  });
  const isWaiting = queue.unsent.length > 0;
  useEffect(() => {
    if (!isWaiting) return undefined;
    let isBusy = false;
    const flush = async () => {
      if (isBusy) return;
      isBusy = true;
      for (const waiting of latest.current.unsent) if (!(await isTold(waiting, latest.current))) break;
      isBusy = false;
    };
    const listen = () => void flush();
    const timer = setInterval(listen, FLUSH_MS);
    window.addEventListener('online', listen);
    window.addEventListener('focus', listen);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', listen);
      window.removeEventListener('focus', listen);
    };
  }, [isWaiting]);
}

/** False where nobody answers. */
async function isTold({ scan }: WaitingScan, queue: ScanQueue): Promise<boolean> {
  try {
    await sendScan(scan);
    queue.remove(scan.clientEventId);
    return true;
  } catch (problem) {
    if (!isRefusal(problem)) return false;
    queue.refuse(scan.clientEventId, problem.detail ?? problem.title);
    return true;
  }
}

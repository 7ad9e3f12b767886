'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useDeviceSetting } from '../lib/device-setting.ts';

const KeyboardMap = dynamic(() => import('./keyboard-map.tsx').then((module) => module.KeyboardMap), { ssr: false });

export interface Shortcut {
  /** `n`, `/`, `Enter`, or two keys one after the other: `g t`. */
  keys: string;
  /** What it does, for the map behind `?`. */
  label: string;
  run: () => void;
}

type Registry = Set<Shortcut>;
const RegistryContext = createContext<Registry | null>(null);

const SECOND_KEY_MS = 1200;

/** Single keys work anywhere but in inputs, dialogs and with Ctrl, Alt or Cmd; a person can switch them off. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const registry = useMemo<Registry>(() => new Set(), []);
  const [letters, setLetters] = useDeviceSetting<'on' | 'off'>('letters', 'on');
  const [isMapOpen, setMapOpen] = useState(false);
  const first = useRef<{ key: string; at: number } | null>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isForSomethingElse(event)) return;
      if (event.key === '?') return setMapOpen(true);
      if (letters === 'off') return;
      const before = first.current && event.timeStamp - first.current.at < SECOND_KEY_MS ? first.current.key : '';
      first.current = { key: event.key.toLowerCase(), at: event.timeStamp };
      const found = match(registry, before, event.key.toLowerCase());
      if (!found) return;
      event.preventDefault();
      first.current = null;
      found.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [registry, letters]);

  return (
    <RegistryContext.Provider value={registry}>
      {children}
      {isMapOpen && (
        <KeyboardMap
          shortcuts={[...registry]}
          isOn={letters === 'on'}
          onSwitch={(isOn) => setLetters(isOn ? 'on' : 'off')}
          onClose={() => setMapOpen(false)}
        />
      )}
    </RegistryContext.Provider>
  );
}

function match(registry: Registry, before: string, key: string): Shortcut | undefined {
  const all = [...registry].toReversed();
  const of = (keys: string) => all.find((shortcut) => shortcut.keys.toLowerCase() === keys);
  return (before && of(`${before} ${key}`)) || of(key);
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="dialog"], [role="menu"]';
const OWN_KEYS = 'a, button, [role="radio"], [role="option"], [role="gridcell"]';

function isForSomethingElse(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return true;
  return event.key === 'Enter' && Boolean(target?.closest(OWN_KEYS));
}

/** Registers a key for as long as the screen stands; the last one registered wins. */
export function useShortcut(keys: string, label: string, run: () => void, isEnabled = true): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!registry || !isEnabled) return undefined;
    const shortcut: Shortcut = { keys, label, run: () => latest.current() };
    registry.add(shortcut);
    return () => void registry.delete(shortcut);
  }, [registry, keys, label, isEnabled]);
}

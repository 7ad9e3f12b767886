'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';

const LazyDrawer = dynamic(() => import('./sheet-drawer.tsx').then((module) => module.SheetDrawer), { ssr: false });

export interface SheetProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** `bottom` on a phone for a few choices; `right` for a side panel. */
  side?: 'bottom' | 'right';
}

/** A panel over the screen. Its code arrives when one is first opened. */
export function Sheet(props: SheetProps) {
  return props.isOpen ? <LazyDrawer {...props} /> : null;
}

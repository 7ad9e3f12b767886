'use client';

import { useEffect } from 'react';
import { useDeviceSetting } from '../lib/device-setting.ts';

/** `auto` is comfortable where a finger points and normal where a mouse does. */
export const densities = ['auto', 'comfortable', 'normal', 'compact'] as const;
export type Density = (typeof densities)[number];

export function useDensity() {
  return useDeviceSetting<Density>('density', 'auto');
}

/** Writes the choice of this device where the stylesheet reads it. Stands once. */
export function DensitySwitch() {
  const [density] = useDensity();
  useEffect(() => {
    if (density === 'auto') delete document.documentElement.dataset['density'];
    else document.documentElement.dataset['density'] = density;
  }, [density]);
  return null;
}

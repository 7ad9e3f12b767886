import { dayPlus } from '../../lib/days.ts';
import type { Days } from './queries.ts';

export const presets = ['days', 'month', 'quarter'] as const;
export type Preset = (typeof presets)[number];

/** First and last day of a preset that ends today. */
export function daysOf(preset: Preset, today: string): Days {
  if (preset === 'month') return { from: `${today.slice(0, 8)}01`, to: today };
  return { from: dayPlus(today, preset === 'quarter' ? -91 : -29), to: today };
}

export function presetOf(days: Days, today: string): Preset | 'custom' {
  return presets.find((preset) => daysOf(preset, today).from === days.from && days.to === today) ?? 'custom';
}

/** Days that can be asked for: in order, and over by today. */
export const isPeriod = ({ from, to }: Days, today: string): boolean =>
  from !== '' && to !== '' && from <= to && to <= today;

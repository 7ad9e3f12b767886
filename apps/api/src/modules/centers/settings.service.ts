import { Injectable } from '@nestjs/common';
import { CenterSettings, defaultSettings } from '@cartwheel/contracts';
import { SettingsRepository } from './settings.repository.ts';

@Injectable()
export class SettingsService {
  constructor(private readonly settings: SettingsRepository) {}

  /** What counts in this center now: what was set, and the defaults for the rest. */
  async current(): Promise<CenterSettings> {
    const stored = await this.settings.newest();
    return stored ? withDefaults(stored.data) : defaultSettings;
  }
}

/** A setting that was added after the center saved its own has its default. */
export function withDefaults(data: Record<string, unknown>): CenterSettings {
  return CenterSettings.parse(merge(defaultSettings, data));
}

export function merge(base: object, change: object): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const known = merged[key];
    merged[key] = isGroup(known) && isGroup(value) ? merge(known, value) : value;
  }
  return merged;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

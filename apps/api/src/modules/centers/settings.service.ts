import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type CenterSettings, defaultSettings } from '@cartwheel/contracts';
import { Problem } from '../../platform/problems/problem.ts';
import { SettingsRepository } from './settings.repository.ts';
import { changed, lastChanges, type OwnSettings, withDefaults } from './settings.rules.ts';

@Injectable()
export class SettingsService {
  constructor(private readonly settings: SettingsRepository) {}

  /** What counts in this center now: what was set, and the defaults for the rest. */
  async current(): Promise<CenterSettings> {
    const stored = await this.settings.newest();
    return stored ? withDefaults(stored.data) : defaultSettings;
  }

  /** The settings with their version (0 before anything was set), and who set what last. */
  async describe() {
    const history = await this.settings.history();
    const newest = history.at(-1);
    return {
      settings: withDefaults(newest?.data ?? {}),
      version: newest?.version ?? 0,
      changes: lastChanges(history),
    };
  }

  /** Keeps a new version; the earlier ones stay, so that it can be told what counted when. */
  async change(change: OwnSettings, seen: number | undefined) {
    await this.settings.lock();
    const stored = (await this.settings.newest()) ?? { version: 0, data: {} };
    if (seen !== undefined && seen !== stored.version) throw new Problem('stale_version');
    const next = changed(stored.data, change);
    if (!isDeepStrictEqual(next, stored.data)) await this.settings.add(stored.version + 1, next);
    return this.describe();
  }
}

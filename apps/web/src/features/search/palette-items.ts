'use client';

import {
  IconCalendarEvent,
  IconCertificate,
  IconFileImport,
  IconUser,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { useCenter } from '../../lib/center.tsx';
import { allowed, centerDestinations } from '../../lib/destinations.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useNavLabels } from '../../lib/nav-labels.ts';
import { useSession } from '../../lib/session.tsx';
import { type Found, questionOf, usePeopleSearch } from './queries.ts';
import { type Recent, recentIn } from './recent.ts';

export interface PaletteItem {
  id: string;
  title: string;
  subtitle?: string;
  status?: string | null;
  icon: ComponentType<{ size: number; stroke?: number; 'aria-hidden': true }>;
  href: string;
  /** Set for people: they become recent when opened. */
  person?: Recent;
}

export interface PaletteGroup {
  id: 'recent' | 'students' | 'families' | 'leads' | 'actions' | 'pages';
  items: PaletteItem[];
}

const icons = { STUDENT: IconUser, GUARDIAN: IconUsers, LEAD: IconUserPlus };
const groups = { STUDENT: 'students', GUARDIAN: 'families', LEAD: 'leads' } as const;

const actions = [
  { id: 'newLead', path: 'leads/new', icon: IconUserPlus, needs: ['leads:write'] },
  { id: 'takeAttendance', path: 'today', icon: IconCalendarEvent, needs: ['attendance:mark'] },
  { id: 'makeReportCards', path: 'report-cards', icon: IconCertificate, needs: ['report-cards:generate'] },
  { id: 'importFile', path: 'imports', icon: IconFileImport, needs: ['imports:manage'] },
] as const;

/** Everything the palette offers for what was typed, in groups. */
export function usePaletteGroups(typed: string) {
  const t = useTranslations('search');
  const format = useFormatting();
  const center = useCenter();
  const base = `/c/${encodeURIComponent(center.slug)}`;
  const found = usePeopleSearch(typed);
  const places = usePlaces(base, typed);
  const pausedWords = ({ pausedUntil }: Found) =>
    pausedUntil ? t('pausedUntil', { day: format.dayMonth(pausedUntil) }) : '';
  const people = (['STUDENT', 'GUARDIAN', 'LEAD'] as const).map((kind) => ({
    id: groups[kind],
    items: found.people
      .filter((person) => person.kind === kind)
      .map((person) => personItem(person, base, pausedWords(person))),
  }));
  const recent = typed.trim() === '' ? recentIn(center.id).map((person) => recentItem(person, base)) : [];
  const all: PaletteGroup[] = [{ id: 'recent', items: recent }, ...people, ...places];
  return { ...found, groups: all.filter((group) => group.items.length > 0) };
}

function usePlaces(base: string, typed: string): PaletteGroup[] {
  const t = useTranslations('search');
  const labels = useNavLabels();
  const { may } = useSession();
  if (questionOf(typed)?.isPhone) return [];
  const wanted = typed.trim().replace(/^>/, '').trim().toLowerCase();
  const fits = (item: PaletteItem) => item.title.toLowerCase().includes(wanted);
  const acts = actions
    .filter(({ needs }) => needs.every(may))
    .map(({ id, path, icon }) => ({ id, icon, href: `${base}/${path}`, title: t(`actions.${id}`) }));
  const pages = allowed(centerDestinations, may).map(({ id, path, icon }) => ({
    id,
    icon,
    href: `${base}/${path}`,
    title: labels(id),
  }));
  return [
    { id: 'actions', items: acts.filter(fits) },
    { id: 'pages', items: typed.trim().startsWith('>') ? [] : pages.filter(fits) },
  ];
}

function personItem(person: Found, base: string, paused: string): PaletteItem {
  const { id, kind, title, subtitle, status, path } = person;
  const phone = 'phone' in person && typeof person.phone === 'string' ? ` · ${person.phone}` : '';
  return {
    id: `${kind}-${id}`,
    title,
    subtitle: [subtitle + phone, paused].filter(Boolean).join(' · '),
    status,
    icon: icons[kind],
    href: base + path,
    person: { path, title, subtitle, kind },
  };
}

function recentItem(person: Recent, base: string): PaletteItem {
  const { kind, path, title, subtitle } = person;
  return { id: `recent-${path}`, title, subtitle, icon: icons[kind], href: base + path, person };
}

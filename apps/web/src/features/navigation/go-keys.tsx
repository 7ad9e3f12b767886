'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useShortcut } from '../../components/shortcuts.tsx';

interface Destination {
  key: string;
  href: string;
  label: string;
}

/** `G`, then a letter. */
export function GoKeys({ items }: { items: readonly Destination[] }) {
  return items.map(({ key, href, label }) => <GoKey key={href} keys={key} href={href} label={label} />);
}

function GoKey({ keys, href, label }: { keys: string; href: string; label: string }) {
  const t = useTranslations('navigation');
  const router = useRouter();
  useShortcut(keys, t('goTo', { page: label }), () => router.push(href));
  return null;
}

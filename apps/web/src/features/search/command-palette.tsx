'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { SearchButton } from '../../components/search-button.tsx';
import { useSession } from '../../lib/session.tsx';

const PaletteDialog = dynamic(() => import('./palette-dialog.tsx').then((module) => module.PaletteDialog), {
  ssr: false,
});

/** The search over everything, behind a button and Ctrl K; its code arrives when it is first opened. */
export function CommandPalette() {
  const { may } = useSession();
  const [isOpen, setOpen] = useState(false);
  const isAllowed = may('search:read');
  useEffect(() => {
    if (!isAllowed) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isAllowed]);
  if (!isAllowed) return null;
  return (
    <>
      <SearchButton onOpen={() => setOpen(true)} />
      {isOpen && <PaletteDialog onClose={() => setOpen(false)} />}
    </>
  );
}

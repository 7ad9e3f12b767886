'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useSession } from '../../lib/session.tsx';

const Dialog = dynamic(() => import('./sign-in-again-dialog.tsx').then((module) => module.SignInAgainDialog), {
  ssr: false,
});

interface LeaveDialogProps {
  onUnlocked: () => void;
  onClose: () => void;
}

/** Asks for the password of who is signed in, before a device that stands in the open shows the staff pages again. */
export function LeaveDialog({ onUnlocked, onClose }: LeaveDialogProps) {
  const t = useTranslations('auth');
  const { user } = useSession();
  const words = { title: t('leaveTitle'), text: t('leaveText', { email: user.email }), submit: t('leave') };
  return <Dialog email={user.email} words={words} onDone={onUnlocked} onClose={onClose} />;
}

'use client';

import { PeopleSearch } from '../../../../features/attendance/people-search.tsx';
import { LeaveDialog } from '../../../../features/auth/leave-dialog.tsx';
import { KioskScreen } from '../../../../features/check-ins/kiosk-screen.tsx';

const nobody = new Set<string>();

export default function KioskPage() {
  return (
    <KioskScreen
      search={(onChoose, hint) => (
        <PeopleSearch known={nobody} isBusy={false} onChoose={onChoose} hint={hint} isPublic />
      )}
      unlock={(acts) => <LeaveDialog {...acts} />}
    />
  );
}

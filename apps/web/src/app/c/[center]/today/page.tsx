'use client';

import { Roster } from '../../../../features/attendance/roster.tsx';
import { InsideTile } from '../../../../features/check-ins/inside-tile.tsx';
import { TodayScreen } from '../../../../features/today/today-screen.tsx';

export default function TodayPage() {
  return <TodayScreen rosterOf={(id) => <Roster sessionId={id} heading="h2" />} inside={<InsideTile />} />;
}

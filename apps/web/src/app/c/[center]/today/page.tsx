'use client';

import { Roster } from '../../../../features/attendance/roster.tsx';
import { TodayScreen } from '../../../../features/today/today-screen.tsx';

export default function TodayPage() {
  return <TodayScreen rosterOf={(id) => <Roster sessionId={id} heading="h2" />} />;
}

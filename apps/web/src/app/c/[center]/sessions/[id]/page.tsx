import { RosterScreen } from '../../../../../features/attendance/roster-screen.tsx';

export default async function SessionPage({ params }: { params: Promise<{ id: string }> }) {
  return <RosterScreen sessionId={(await params).id} />;
}

import { ScheduleScreen } from '../../../../features/schedule/schedule-screen.tsx';

export default function SchedulePage() {
  return <ScheduleScreen />;
}

import { PlanList } from '../../../../features/plans/plan-list.tsx';
import { SettingsScreen } from '../../../../features/settings/settings-screen.tsx';

export default function SettingsPage() {
  return <SettingsScreen plans={<PlanList />} />;
}

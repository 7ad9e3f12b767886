import { IntakeScreen } from '../../../../../features/leads/intake-screen.tsx';

export default function NewLeadPage() {
  return <IntakeScreen />;
}

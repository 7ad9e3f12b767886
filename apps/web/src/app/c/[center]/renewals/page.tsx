import { RenewalsScreen } from '../../../../features/renewals/renewals-screen.tsx';

export default function RenewalsPage() {
  return <RenewalsScreen />;
}

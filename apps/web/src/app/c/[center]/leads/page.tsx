import { IntroSheet } from '../../../../features/intro-visits/intro-sheet.tsx';
import { LeadsScreen } from '../../../../features/leads/leads-screen.tsx';

export default function LeadsPage() {
  return (
    <>
      <LeadsScreen />
      <IntroSheet />
    </>
  );
}

import { IntroSheet } from '../../../../features/intro-visits/intro-sheet.tsx';
import { IntroVisitsScreen } from '../../../../features/intro-visits/intro-visits-screen.tsx';

export default function IntroVisitsPage() {
  return (
    <>
      <IntroVisitsScreen />
      <IntroSheet />
    </>
  );
}

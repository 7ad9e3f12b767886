import { ReportCardsScreen } from '../../../../features/report-cards/report-cards-screen.tsx';

export default function ReportCardsPage() {
  return <ReportCardsScreen />;
}

import { IntroSheet } from '../../../../../features/intro-visits/intro-sheet.tsx';
import { LeadScreen } from '../../../../../features/leads/lead-screen.tsx';

export default async function LeadPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <>
      <LeadScreen id={id} />
      <IntroSheet />
    </>
  );
}

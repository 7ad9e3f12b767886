import type { Metadata } from 'next';
import { VerifyScreen } from '../../../features/report-cards/verify-screen.tsx';

export const metadata: Metadata = { robots: { index: false } };

export default async function VerifyPage({ params }: { params: Promise<{ code: string }> }) {
  return <VerifyScreen code={(await params).code} />;
}

import { RenewScreen } from '../../../../../../features/convert/renew-screen.tsx';

export default async function RenewPage({ params }: { params: Promise<{ id: string }> }) {
  return <RenewScreen enrollmentId={(await params).id} />;
}

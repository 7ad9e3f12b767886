import { ConvertScreen } from '../../../../../../features/convert/convert-screen.tsx';

export default async function ConvertPage({ params }: { params: Promise<{ id: string }> }) {
  return <ConvertScreen leadId={(await params).id} />;
}

import { ImportScreen } from '../../../../../features/imports/import-screen.tsx';

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  return <ImportScreen id={(await params).id} />;
}

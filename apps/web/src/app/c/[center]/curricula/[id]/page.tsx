import { CurriculumScreen } from '../../../../../features/curricula/curriculum-screen.tsx';

export default async function CurriculumPage({ params }: { params: Promise<{ id: string }> }) {
  return <CurriculumScreen id={(await params).id} />;
}

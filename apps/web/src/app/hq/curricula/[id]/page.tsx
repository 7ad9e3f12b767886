import { CurriculumScreen } from '../../../../features/curricula/curriculum-screen.tsx';

export default async function HqCurriculumPage({ params }: { params: Promise<{ id: string }> }) {
  return <CurriculumScreen id={(await params).id} />;
}

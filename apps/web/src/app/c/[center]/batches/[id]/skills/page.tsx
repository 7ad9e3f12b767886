import { SkillsScreen } from '../../../../../../features/progress/skills-screen.tsx';

export default async function SkillsPage({ params }: { params: Promise<{ id: string }> }) {
  return <SkillsScreen batchId={(await params).id} />;
}

import { StudentScreen } from '../../../../../features/students/student-screen.tsx';

export default async function StudentPage({ params }: { params: Promise<{ id: string }> }) {
  return <StudentScreen id={(await params).id} />;
}

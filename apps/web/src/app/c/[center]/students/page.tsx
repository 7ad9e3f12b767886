import { StudentsScreen } from '../../../../features/students/students-screen.tsx';

export default function StudentsPage() {
  return <StudentsScreen />;
}

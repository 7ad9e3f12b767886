import { NewStudentScreen } from '../../../../../features/students/new-student-screen.tsx';

export default function NewStudentPage() {
  return <NewStudentScreen />;
}

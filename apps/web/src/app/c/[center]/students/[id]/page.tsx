'use client';

import { use } from 'react';
import { StudentMakeUps } from '../../../../../features/make-ups/student-make-ups.tsx';
import { PassCard } from '../../../../../features/check-ins/pass-card.tsx';
import { StudentSkills } from '../../../../../features/progress/student-skills.tsx';
import { StudentReportCards } from '../../../../../features/report-cards/student-report-cards.tsx';
import { StudentScreen } from '../../../../../features/students/student-screen.tsx';

export default function StudentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = use(params);
  return (
    <StudentScreen
      cards={(student) => <PassCard student={student} />}
      id={id}
      others={{
        skills: (student) => <StudentSkills student={student} />,
        reports: (student) => <StudentReportCards studentId={student.id} />,
        makeUps: (student) => <StudentMakeUps student={student} />,
      }}
    />
  );
}

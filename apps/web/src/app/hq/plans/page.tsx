import { TemplatesScreen } from '../../../features/plans/templates-screen.tsx';

export default function TemplatesPage() {
  return <TemplatesScreen />;
}

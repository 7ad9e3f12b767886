import { AcceptInviteScreen } from '../../features/auth/accept-invite-screen.tsx';

export default function AcceptInvitePage() {
  return <AcceptInviteScreen />;
}

import { IntroVisitsService } from '../src/modules/intro-visits/index.ts';
import { Database } from '../src/platform/database/database.ts';
import { aLead, aSession } from './cast-leads.ts';
import type { TestApi } from './harness.ts';

/** A front desk with a lead and a class for it; `inCenter` does what other domains ask of intro visits. */
export async function introDesk(api: TestApi, session: object = {}) {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN', 'Mira');
  const desk = await center.staff('COUNSELOR', 'Tess');
  const as = {
    organizationId: center.organizationId,
    centerId: center.id,
    userId: admin.id,
    role: 'CENTER_ADMIN',
    requestId: 't',
  };
  const inCenter = <T>(work: (visits: IntroVisitsService) => Promise<T>) =>
    api.app.get(Database).inUnit(as, () => work(api.app.get(IntroVisitsService)));
  return { center, admin, desk, inCenter, lead: await aLead(desk), session: await aSession(admin, session) };
}

type Desk = Pick<Awaited<ReturnType<typeof introDesk>>, 'desk'>;
export const leadOf = async ({ desk }: Desk, id: string) => (await desk.get(`/leads/${id}`)).body;
export const seatsTaken = async ({ desk }: Desk, id: string) =>
  (await desk.get(`/class-sessions/${id}`)).body.seatsTaken;
export const kindsOf = (lead: { timeline: { kind: string }[] }) => lead.timeline.map((entry) => entry.kind);

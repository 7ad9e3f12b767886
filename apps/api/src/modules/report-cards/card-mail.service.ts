import { Injectable } from '@nestjs/common';
import type { ReportCardSnapshot, ReportCardSummary } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/database/database.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import { Events } from '../../platform/events/events.ts';
import { type Mail, Mailer } from '../../platform/mail/mailer.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { trainerIdOf } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { printCard } from './card-page.ts';
import { CardSendsRepository, type WaitingSend } from './card-sends.repository.ts';
import { dayShown, fileNameOf } from './card-words.ts';
import { intactSnapshot } from './frozen-card.ts';
import './report-cards.events.ts';
import { ReportCardsRepository } from './report-cards.repository.ts';

@Injectable()
export class CardMailService {
  constructor(
    private readonly cards: ReportCardsRepository,
    private readonly sends: CardSendsRepository,
    private readonly timeline: TimelineService,
    private readonly units: UnitsOfWork,
    private readonly events: Events,
    private readonly mailer: Mailer,
  ) {}

  /** To guardians with an e-mail who have not got it; who has, gets no second one. */
  async send(actor: Actor, id: string): Promise<ReportCardSummary> {
    const card = found(await this.cards.find(id, trainerIdOf(actor)), 'report card');
    intactSnapshot(card);
    if (card.state === 'SUPERSEDED') throw new Problem('invalid_transition', { detail: 'A newer version counts' });
    if (card.reachable === 0)
      throw new Problem('guardian_contact_required', {
        detail: `Nobody of ${card.student.name}'s family has an e-mail`,
      });
    const added = await this.sends.plan(id, card.student.id);
    if (added > 0) await this.events.publish('report-card.send-asked', { reportCardId: id });
    return found(await this.cards.find(id), 'report card');
  }

  /** Mails what waits to be mailed; each address is noted before the next one is written to. */
  async mail(id: string, context: Context): Promise<void> {
    const { card, waiting } = await this.units.run(context, async () => ({
      card: found(await this.cards.find(id), 'report card'),
      waiting: await this.sends.waiting(id),
    }));
    const [first] = waiting;
    if (!first) return;
    const snapshot = intactSnapshot(card);
    const content = await printCard(snapshot);
    for (const guardian of waiting) {
      await this.mailer.send(letter(snapshot, guardian, content));
      await this.units.run(context, () => this.sends.setSent(id, guardian));
    }
    const details = { reportCardId: id, guardians: waiting.length };
    const entry = { studentId: card.student.id, kind: 'report-card.sent', details };
    await this.units.run(context, () => this.timeline.record(entry));
  }
}

function letter(snapshot: ReportCardSnapshot, { email, guardianName }: WaitingSend, content: Buffer): Mail {
  const { center, student, period, verifyUrl } = snapshot;
  const [from, to] = [dayShown(period.from, center.locale), dayShown(period.to, center.locale)];
  return {
    to: email,
    subject: `${student.firstName}'s report card, ${from} to ${to}`,
    paragraphs: [
      `Hello ${guardianName},`,
      `here is how ${student.firstName} has come along at ${center.name} from ${from} to ${to}. The report card is attached.`,
      'Whoever has the card in hand can check here that it is genuine:',
      verifyUrl ?? '',
      `${center.name}, ${center.organization}`,
    ],
    attachments: [{ fileName: fileNameOf(snapshot), type: 'application/pdf', content }],
  };
}

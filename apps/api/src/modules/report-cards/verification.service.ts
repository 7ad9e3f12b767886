import { Injectable } from '@nestjs/common';
import type { AnswerOf, verifyReportCard } from '@cartwheel/contracts';
import { Throttle } from '../../platform/auth/throttle.ts';
import { frozenSnapshot } from './frozen-card.ts';
import { readCode } from './verification-codes.ts';
import { VerificationRepository } from './verification.repository.ts';

const PER_MINUTE = 30;

/** Tells whoever holds a card whether it is genuine. Nothing in the answer says whose it is. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly cards: VerificationRepository,
    private readonly throttle: Throttle,
  ) {}

  async verify(typed: string, address: string): Promise<AnswerOf<typeof verifyReportCard>> {
    await this.throttle.count(`verify:${address}`, PER_MINUTE, 60);
    const card = await this.cards.find(readCode(typed));
    if (!card) return { state: 'UNKNOWN', card: null };
    const snapshot = frozenSnapshot(card);
    if (!snapshot) return { state: 'TAMPERED', card: null };
    const { center, period, issuedOn } = snapshot;
    return {
      state: card.isNewest ? 'VALID' : 'SUPERSEDED',
      card: { centerName: `${center.organization} · ${center.name}`, period, issuedOn, version: card.version },
    };
  }
}

import { Injectable, StreamableFile } from '@nestjs/common';
import type { getPass, InputOf } from '@cartwheel/contracts';
import QrCode from 'qrcode';
import type { Actor } from '../../platform/auth/actor.ts';
import { found } from '../../platform/problems/problem.ts';
import { BatchesService } from '../batches/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { PassCodes } from './pass-codes.ts';
import { type Card, printPasses, qrOptions } from './pass-sheet.ts';
import { PassesRepository, type PrintedPass } from './passes.repository.ts';

type Format = InputOf<typeof getPass>['query']['format'];

@Injectable()
export class PassesService {
  constructor(
    private readonly passes: PassesRepository,
    private readonly codes: PassCodes,
    private readonly batches: BatchesService,
    private readonly timeline: TimelineService,
  ) {}

  /** Throws not_found for an archived student, who has none. */
  async show(actor: Actor, studentId: string, format: Format): Promise<StreamableFile> {
    const card = this.cardOf(actor, found(await this.passes.ofStudent(studentId), 'pass'));
    if (format === 'pdf') return this.printed(actor, [card]);
    if (format === 'png') {
      const image = await QrCode.toBuffer(card.content, { ...qrOptions, type: 'png', width: 600 });
      return file(image, 'image/png', 'pass.png');
    }
    const drawing = await QrCode.toString(card.content, { ...qrOptions, type: 'svg' });
    return file(Buffer.from(drawing), 'image/svg+xml', 'pass.svg');
  }

  async reissue(studentId: string): Promise<{ issuedAt: string }> {
    await this.passes.lock(studentId);
    const issuedAt = found(await this.passes.reissue(studentId), 'pass');
    await this.timeline.record({ studentId, kind: 'pass.reissued' });
    return { issuedAt };
  }

  async printBatch(actor: Actor, batchId: string): Promise<StreamableFile> {
    await this.batches.get(actor, batchId);
    const passes = await this.passes.ofBatch(batchId);
    return this.printed(
      actor,
      passes.map((pass) => this.cardOf(actor, pass)),
    );
  }

  private async printed(actor: Actor, cards: Card[]): Promise<StreamableFile> {
    const { name, locale } = actor.center!;
    return file(await printPasses(cards, { centerName: name, language: locale }), 'application/pdf', 'passes.pdf');
  }

  private cardOf(actor: Actor, { name, code }: PrintedPass): Card {
    return { name, content: this.codes.print(actor.center!.id, code) };
  }
}

const file = (content: Buffer, type: string, name: string) =>
  new StreamableFile(content, { type, disposition: `inline; filename="${name}"`, length: content.length });

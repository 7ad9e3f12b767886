import { Injectable, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { SettingsService } from '../centers/index.ts';
import { InvoicesReadings } from './invoice-readings.repository.ts';
import { InvoicesService } from './invoices.service.ts';
import { printReceipt } from './receipt-page.ts';

@Injectable()
export class ReceiptsService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly readings: InvoicesReadings,
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  /** The invoice with what was paid on it, as a PDF that a browser shows at once. */
  async print(actor: Actor, id: string): Promise<StreamableFile> {
    const invoice = await this.invoices.get(id);
    const { invoices, branding } = await this.settings.current();
    const issuer = { ...(await this.readings.issuer()), ...invoices, ...branding };
    const settled = await this.readings.settledBy(id);
    const pdf = await printReceipt({ invoice, issuer, settled, printedBy: actor.name, printedAt: this.clock.now() });
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="${fileNameOf(invoice.number)}.pdf"`,
      length: pdf.length,
    });
  }
}

/** A slash is no part of a file's name, and a header takes ASCII only. */
const fileNameOf = (number: string): string => number.replaceAll(/[^A-Za-z0-9._-]/g, '-');

import { Injectable } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { Identity } from '../auth/identity.ts';
import { Config } from '../config/config.ts';
import { sql } from '../database/sql.ts';

export interface Mail {
  to: string;
  subject: string;
  /** Paragraphs; a line that is only a link becomes a button in the HTML part. */
  paragraphs: string[];
  attachments?: Attachment[];
}

export interface Attachment {
  fileName: string;
  type: string;
  content: Buffer;
}

/** Sends through SMTP where it is configured, otherwise into the built-in mailbox. Called only from event handlers. */
@Injectable()
export class Mailer {
  private readonly smtp: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly identity: Identity,
  ) {
    this.smtp = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : undefined;
  }

  async send({ to, subject, paragraphs, attachments = [] }: Mail): Promise<void> {
    if (this.smtp) {
      const files = attachments.map(({ fileName: filename, type, content }) => ({
        filename,
        contentType: type,
        content,
      }));
      const parts = { text: textOf(paragraphs), html: htmlOf(paragraphs), attachments: files };
      await this.smtp.sendMail({ from: this.config.mailFrom, to, subject, ...parts });
      return;
    }
    // The mailbox tells of files by name and size; it does not keep them.
    const all = [
      ...paragraphs,
      ...attachments.map(({ fileName, content }) => `Attached: ${fileName} (${sizeOf(content)})`),
    ];
    const [text, html] = [textOf(all), htmlOf(all)];
    await this.identity.rows(
      sql`insert into mailbox_messages (recipient, subject, text, html) values (${to}, ${subject}, ${text}, ${html})`,
    );
  }
}

const textOf = (paragraphs: string[]): string => paragraphs.join('\n\n');
const htmlOf = (paragraphs: string[]): string => paragraphs.map(paragraph).join('\n');
const sizeOf = ({ length }: Buffer): string => `${Math.ceil(length / 1024)} KB`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

function paragraph(text: string): string {
  const safe = escapeHtml(text);
  return /^https?:\/\/\S+$/.test(text) ? `<p><a href="${safe}">${safe}</a></p>` : `<p>${safe}</p>`;
}

import type { FastifyInstance } from 'fastify';
import type { Identity } from '../auth/identity.ts';
import { sql } from '../database/sql.ts';
import { escapeHtml } from './mailer.ts';

interface Message {
  recipient: string;
  subject: string;
  html: string;
  created_at: string;
}

/** `/dev/mail`: what would have been sent. Registered only where no SMTP server is configured, and never in production. */
export function serveMailbox(server: FastifyInstance, identity: Identity): void {
  server.get('/dev/mail', async (_request, reply) => {
    const messages = await identity.rows<Message>(
      sql`select recipient, subject, html, created_at from mailbox_messages order by created_at desc, id desc limit 100`,
    );
    void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
    return page(messages);
  });
}

function page(messages: Message[]): string {
  const list = messages.map(
    (mail) =>
      `<article><h2>${escapeHtml(mail.subject)}</h2><p>To ${escapeHtml(mail.recipient)}, ${mail.created_at}</p>${mail.html}</article>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title>
<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:44rem;padding:0 1rem}article{border-top:1px solid #788493;padding:1rem 0}a{overflow-wrap:anywhere}</style>
</head><body><main><h1>Mailbox</h1>${list.join('') || '<p>No mail yet.</p>'}</main></body></html>`;
}

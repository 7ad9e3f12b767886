import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import { problems } from '@cartwheel/contracts';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './openapi.ts';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cartwheel API</title>
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head><body><div id="swagger-ui"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;

/** `/api/openapi.json`, and `/api/docs` to browse it. */
export async function serveDocs(server: FastifyInstance): Promise<void> {
  const document = JSON.stringify(openApiDocument());
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(document));
  server.get('/api/docs', (_request, reply) => reply.type('text/html').send(page));
  server.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript').send(start));
  server.get('/api/docs/problems', (_request, reply) => reply.type('text/html').send(problemsPage()));
  await server.register(fastifyStatic, { root: assets, prefix: '/api/docs/assets/', index: false });
}

function problemsPage(): string {
  const rows = Object.entries(problems).map(
    ([code, { status, title }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Problems</title></head><body><h1>Problems</h1><table>${rows.join('')}</table></body></html>`;
}

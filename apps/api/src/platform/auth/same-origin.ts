import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends our cookie along with a form on any page. So a request that changes something and is signed by
 * a cookie must come from our own pages: the browser says so, and no script can make it lie.
 */
export function assertSameOrigin(request: FastifyRequest): void {
  if (safe.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site !== undefined) throw new Problem('csrf_failed');
  const source = request.headers.origin ?? request.headers.referer;
  if (!source || !URL.canParse(source) || new URL(source).host !== request.host) throw new Problem('csrf_failed');
}

import * as z from 'zod';
import { operation } from './operation.ts';
import { Id, IdParams, text, Version } from './primitives.ts';
import { MAX_REMARK } from './report-card-snapshot.ts';

export const CommentSnippet = z
  .object({ id: Id, category: z.string(), text: z.string(), version: Version })
  .meta({ id: 'CommentSnippet' });
export type CommentSnippet = z.infer<typeof CommentSnippet>;

const snippets = { permission: 'report-cards:generate', tag: 'Report cards' } as const;
const fields = { category: text(60), text: text(MAX_REMARK) };

export const listCommentSnippets = operation({
  ...snippets,
  id: 'listCommentSnippets',
  method: 'GET',
  path: '/comment-snippets',
  summary: 'Sentences of this center for comments, by category',
  answer: z.object({ items: z.array(CommentSnippet) }),
});

export const addCommentSnippet = operation({
  ...snippets,
  id: 'addCommentSnippet',
  method: 'POST',
  path: '/comment-snippets',
  summary: 'Keep a sentence for others',
  body: z.strictObject(fields),
  answer: CommentSnippet,
  status: 201,
  problems: ['duplicate', 'in_use'],
});

export const changeCommentSnippet = operation({
  ...snippets,
  id: 'changeCommentSnippet',
  method: 'PATCH',
  path: '/comment-snippets/:id',
  summary: 'Word a sentence otherwise; cards that used it stay as they are',
  params: IdParams,
  body: z.strictObject(fields).partial(),
  answer: CommentSnippet,
  problems: ['not_found', 'duplicate', 'stale_version'],
});

export const removeCommentSnippet = operation({
  ...snippets,
  id: 'removeCommentSnippet',
  method: 'DELETE',
  path: '/comment-snippets/:id',
  summary: 'Offer a sentence no longer',
  params: IdParams,
  answer: z.object({ removed: z.literal(true) }),
  problems: ['not_found'],
});

import { Injectable } from '@nestjs/common';
import type { addCommentSnippet, changeCommentSnippet, CommentSnippet, InputOf } from '@cartwheel/contracts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { SnippetsRepository } from './snippets.repository.ts';

const MOST = 200;

/** Sentences that are used again and again in comments. */
@Injectable()
export class SnippetsService {
  constructor(private readonly snippets: SnippetsRepository) {}

  async list(): Promise<{ items: CommentSnippet[] }> {
    return { items: await this.snippets.list() };
  }

  async add({ category, text }: InputOf<typeof addCommentSnippet>['body']): Promise<CommentSnippet> {
    if ((await this.snippets.list()).length >= MOST)
      throw new Problem('in_use', { detail: `A center keeps ${MOST} sentences; remove one first` });
    const added = await this.snippets.add(category, text);
    if (!added) throw new Problem('duplicate', { detail: 'This sentence is kept already' });
    return added;
  }

  async change(
    id: string,
    change: InputOf<typeof changeCommentSnippet>['body'],
    seen: number | undefined,
  ): Promise<CommentSnippet> {
    const before = found(await this.snippets.find(id), 'sentence');
    const { category = before.category, text = before.text } = change;
    const changed = await this.snippets.change({ ...before, category, text }, seen);
    if (!changed) throw new Problem('stale_version');
    return changed;
  }

  async remove(id: string): Promise<{ removed: true }> {
    if ((await this.snippets.remove(id)) === 0) found(null, 'sentence');
    return { removed: true };
  }
}

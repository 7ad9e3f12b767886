import { Injectable } from '@nestjs/common';
import type { CommentSnippet } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

const fields = sql`id, category, text, version`;

@Injectable()
export class SnippetsRepository {
  constructor(private readonly db: Database) {}

  list(): Promise<CommentSnippet[]> {
    return this.db.rows<CommentSnippet>(
      sql`select ${fields} from comment_snippets where center_id = current_center() order by category, text, id`,
    );
  }

  find(id: string): Promise<CommentSnippet | undefined> {
    return this.db.first<CommentSnippet>(
      sql`select ${fields} from comment_snippets where center_id = current_center() and id = ${id}`,
    );
  }

  /** Undefined when the center has the same sentence in that category. */
  add(category: string, text: string): Promise<CommentSnippet | undefined> {
    return this.db.first<CommentSnippet>(sql`insert into comment_snippets (category, text) values (${category}, ${text})
      on conflict do nothing returning ${fields}`);
  }

  /** Undefined when it is there in another version than the one seen. */
  change({ id, category, text }: CommentSnippet, seen: number | undefined): Promise<CommentSnippet | undefined> {
    return this.db.first<CommentSnippet>(sql`update comment_snippets set category = ${category}, text = ${text}
      where center_id = current_center() and id = ${id} and (${seen ?? null}::int is null or version = ${seen ?? null})
      returning ${fields}`);
  }

  remove(id: string): Promise<number> {
    return this.db.run(sql`delete from comment_snippets where center_id = current_center() and id = ${id}`);
  }
}

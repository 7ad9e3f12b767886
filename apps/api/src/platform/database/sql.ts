import { createHash } from 'node:crypto';

/** Texts are as many as the code has, not as many as requests: values are never in them. */
const names = new Map<string, string>();

/** A piece of SQL with its values kept apart. Pieces nest, so that a filter can be built up. */
export class Sql {
  constructor(
    private readonly strings: readonly string[],
    private readonly values: readonly unknown[],
  ) {}

  /** Text with `$1`, `$2` … and the values in that order. */
  render(): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    return { text: this.write(values), values };
  }

  /** As `render`, under a name: PostgreSQL plans a text once per connection, which for a short read is half of its time. */
  renderPrepared(): { name: string; text: string; values: unknown[] } {
    const { text, values } = this.render();
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = createHash('sha1').update(text).digest('base64url')));
    return { name, text, values };
  }

  private write(values: unknown[]): string {
    return this.strings.reduce((text, part, index) => {
      if (index === 0) return part;
      const value = this.values[index - 1];
      if (value instanceof Sql) return text + value.write(values) + part;
      values.push(value);
      return `${text}$${values.length}${part}`;
    }, '');
  }
}

/** The only way to write SQL: what is put in becomes a parameter, or another piece of SQL. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values);
}

export const nothing = new Sql([''], []);

/** `where` with what is there of the conditions. */
export function where(...conditions: (Sql | '' | false | null | undefined)[]): Sql {
  const given = conditions.filter((condition): condition is Sql => condition instanceof Sql);
  return given.length === 0 ? nothing : sql`where ${joined(given, ' and ')}`;
}

export function joined(pieces: readonly Sql[], separator: string): Sql {
  return new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces);
}

import type { Permission } from '@cartwheel/contracts';
import * as z from 'zod';

/** A schema, and the fields in it that need a permission. */
type Strip = (value: unknown, held: ReadonlySet<Permission>) => unknown;
const keep: Strip = (value) => value;
const compiled = new WeakMap<z.ZodType, Strip>();

/**
 * Shapes an answer: only what the contract names leaves, and a field that needs a permission the asker lacks is absent.
 * An answer that breaks its contract throws, inside the transaction: that is our fault, not the asker's.
 */
export function shape(schema: z.ZodType, answer: unknown, held: ReadonlySet<Permission>): unknown {
  const read = schema.safeParse(answer);
  if (!read.success) throw new Error(`An answer breaks its contract: ${z.prettifyError(read.error)}`);
  return stripOf(schema)(read.data, held);
}

function stripOf(schema: z.ZodType): Strip {
  const known = compiled.get(schema);
  if (known) return known;
  const strip = compile(schema);
  compiled.set(schema, strip);
  return strip;
}

function compile(schema: z.ZodType): Strip {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    const inner = stripOf(schema.unwrap() as z.ZodType);
    return inner === keep
      ? keep
      : (value, held) => (value === null || value === undefined ? value : inner(value, held));
  }
  if (schema instanceof z.ZodArray) {
    const inner = stripOf(schema.element as z.ZodType);
    return inner === keep ? keep : (value, held) => (value as unknown[]).map((item) => inner(item, held));
  }
  if (schema instanceof z.ZodObject) return compileObject(schema);
  return keep;
}

function compileObject(schema: z.ZodObject): Strip {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => ({
    name,
    needs: field.meta()?.['needs'] as Permission | undefined,
    strip: stripOf(field),
  }));
  const special = fields.filter(({ needs, strip }) => needs || strip !== keep);
  if (special.length === 0) return keep;
  return (value, held) => {
    const copy = { ...(value as Record<string, unknown>) };
    for (const { name, needs, strip } of special) {
      if (needs && !held.has(needs)) delete copy[name];
      else if (copy[name] !== undefined) copy[name] = strip(copy[name], held);
    }
    return copy;
  };
}

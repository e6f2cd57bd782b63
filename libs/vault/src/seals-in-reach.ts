import { DomainError, mapSealed } from '@minh-bach/kernel';
import { z } from 'zod';

/** A schema is looked at once, not at every event. */
const passed = new WeakSet<z.ZodType>();

/**
 * `mapSealed` follows objects, arrays and what may be absent. A field marked `sealed()` inside a
 * union, record or tuple would be stored in clear without a word: such a schema is refused instead.
 *
 * @throws DomainError `SEAL_OUT_OF_REACH` {path}
 */
export function checkSealsInReach(schema: z.ZodType): void {
  if (passed.has(schema)) return;
  follow(schema, '', new Set());
  passed.add(schema);
}

function follow(schema: z.ZodType, path: string, visited: Set<z.ZodType>): void {
  if (visited.has(schema) || isMarked(schema)) return;
  visited.add(schema);
  if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(schema.shape as Record<string, z.ZodType>))
      follow(field, `${path}/${name}`, visited);
  } else if (schema instanceof z.ZodArray) {
    follow(schema.element as z.ZodType, `${path}/*`, visited);
  } else if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodExactOptional
  ) {
    follow(schema.unwrap() as z.ZodType, path, visited);
  } else if (marksBelow(schema, new Set())) {
    throw new DomainError('SEAL_OUT_OF_REACH', { path });
  }
}

function isMarked(schema: z.ZodType): boolean {
  let marked = false;
  mapSealed(schema, 'any', () => (marked = true));
  return marked;
}

/** Whatever a schema is made of, it keeps in its definition. */
function marksBelow(part: unknown, visited: Set<unknown>): boolean {
  if (typeof part !== 'object' || part === null || visited.has(part)) return false;
  visited.add(part);
  if (part instanceof z.ZodType)
    return isMarked(part) || marksBelow(part.def, visited) || lazyMarks(part, visited);
  return Object.values(part).some((inner) => marksBelow(inner, visited));
}

const lazyMarks = (schema: z.ZodType, visited: Set<unknown>): boolean =>
  schema instanceof z.ZodLazy && marksBelow(schema.unwrap(), visited);

import { z } from 'zod';

/** What a field of an event says, whatever its name: who reaches a stream is judged by this alone. */
export type Mark = 'owningUnit' | 'petitionNumber' | 'caseNumber';

const marks = z.registry<{ mark: Mark }>();

const marking =
  (mark: Mark) =>
  (schema: z.ZodString = z.string()): z.ZodString => {
    // A copy: the schema that was given may stand in other fields, which mean something else.
    const field = schema.clone();
    marks.add(field, { mark });
    return field;
  };

/** The unit whose matter the stream is from this event on. */
export const owningUnit = marking('owningUnit');
/** A petition that the stream tells of. */
export const petitionNumber = marking('petitionNumber');
/** A case that the stream tells of. */
export const caseNumber = marking('caseNumber');

/** The values of all fields of an event's data that are marked so, at whatever depth. */
export function markedValues(mark: Mark, schema: z.ZodType, data: unknown): string[] {
  if (data === undefined || data === null) return [];
  if (marks.get(schema)?.mark === mark) return [String(data)];
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodExactOptional
  )
    return markedValues(mark, schema.unwrap() as z.ZodType, data);
  if (schema instanceof z.ZodArray && Array.isArray(data))
    return data.flatMap((item) => markedValues(mark, schema.element as z.ZodType, item));
  if (schema instanceof z.ZodObject && typeof data === 'object')
    return Object.entries(data).flatMap(([name, value]) => {
      const field = (schema.shape as Record<string, z.ZodType>)[name];
      return field ? markedValues(mark, field, value) : [];
    });
  return [];
}

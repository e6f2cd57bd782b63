import { describe, expect, it } from '@jest/globals';
import { metadataSchema } from '@minh-bach/kernel';
import { z } from 'zod';
import * as http from './http/index.ts';
import { INTEGRATION_EVENTS } from './integration/index.ts';

/** Every object in a shape, with its path. */
function objectsIn(schema: unknown, path: string): { path: string; object: z.ZodObject }[] {
  if (schema instanceof z.ZodObject)
    return [
      { path, object: schema },
      ...Object.entries(schema.shape).flatMap(([name, field]) =>
        objectsIn(field, `${path}.${name}`),
      ),
    ];
  if (schema instanceof z.ZodArray) return objectsIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option, i) => objectsIn(option, `${path}|${i}`));
  if (schema instanceof z.ZodPipe) return objectsIn(schema.in, path);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    return objectsIn(schema.unwrap(), path);
  return [];
}

const doors = [
  ...Object.entries(http).flatMap(([name, schema]) => objectsIn(schema, name)),
  ...Object.entries(INTEGRATION_EVENTS).flatMap(([topic, types]) =>
    Object.entries(types).flatMap(([type, schema]) => objectsIn(schema, `${topic}/${type}`)),
  ),
];
const envelope = [...Object.keys(metadataSchema.shape), 'id', 'position', '__proto__x'];

describe('what comes in from outside (T13)', () => {
  it('is known here', () => expect(doors.length).toBeGreaterThan(40));

  it.each(doors)('$path takes no key of the envelope beside its own', ({ object }) => {
    for (const key of envelope.filter((name) => !(name in object.shape))) {
      const { error } = object.safeParse({ [key]: 'x' });
      expect(error?.issues).toContainEqual(
        expect.objectContaining({ code: 'unrecognized_keys', keys: [key] }),
      );
    }
  });

  it('takes no object where text is asked for', () => {
    const texts = doors.flatMap(({ path, object }) =>
      Object.entries(object.shape).map(([name, field]) => ({ path: `${path}.${name}`, field })),
    );
    for (const { path, field } of texts)
      if (field instanceof z.ZodString)
        for (const other of [{}, [], 1, true, { length: 3 }])
          expect([path, field.safeParse(other).success]).toEqual([path, false]);
  });
});

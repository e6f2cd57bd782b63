import { z } from 'zod';
import type { Route } from '../http/routes.ts';
import { shapeOf } from './openapi.ts';

type Json = Readonly<Record<string, unknown>>;

/** Path, query and header parameters of a route. */
export function parametersOf({ inputs, access, command }: Route): Json[] {
  const fromShapes = inputs.all.flatMap(({ place, name, schema }): Json[] => {
    if (place === 'body' || schema === undefined) return [];
    if (name !== undefined)
      return [{ name, in: place, required: true, schema: shapeOf(schema, 'input') }];
    if (!(schema instanceof z.ZodObject)) return [];
    return Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => ({
      name: key,
      in: place,
      required: place === 'path' || field._zod.optin === undefined,
      schema: shapeOf(field, 'input'),
    }));
  });
  return [
    ...fromShapes,
    ...(access?.kind === 'public' ? [] : [header('X-Acting-Post', false, { type: 'string' })]),
    ...(command
      ? [
          header('Idempotency-Key', true, { type: 'string', minLength: 8, maxLength: 128 }),
          header('If-Match', command.ifMatch === true, { type: 'string', pattern: '^"\\d+"$' }),
        ]
      : []),
  ];
}

const header = (name: string, required: boolean, schema: Json): Json => ({
  name,
  in: 'header',
  required,
  schema,
});

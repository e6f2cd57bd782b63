import { z } from 'zod';
import { respondentsSchema } from '../respondents.ts';
import { line, someText } from '../text.ts';
import { dateSchema, personIdSchema, unitIdSchema, uploadIdSchema } from '../vocabulary.ts';
import type { BodyOf } from './define-command.ts';
import type { Field, Fields } from './fields.ts';

/** The shape of a command's body: strict, as everything that comes in at the door. */
export const bodySchemaOf = <D extends { readonly body: Fields | z.ZodType }>({ body }: D) =>
  (body instanceof z.ZodType
    ? body
    : z.strictObject(
        Object.fromEntries(Object.entries(body).map(([name, field]) => [name, schemaOf(field)])),
      )) as unknown as z.ZodType<BodyOf<D>>;

function schemaOf(field: Field): z.ZodType {
  const schema = requiredOf(field);
  switch (field.absence) {
    case 'required':
      return schema;
    case 'null':
      return schema.nullable().default(null);
    case 'absent':
      return schema.exactOptional();
    case 'null-or-absent':
      return schema.nullable().exactOptional();
  }
}

function requiredOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'line':
      return line(field.max);
    case 'text':
      return someText(field.max);
    case 'date':
      return dateSchema;
    case 'choice':
      return z.enum(Object.keys(field.options));
    case 'number-choice':
      return z.union(Object.keys(field.options).map((value) => z.literal(Number(value))));
    case 'unit':
      return unitIdSchema;
    case 'person':
      return personIdSchema;
    case 'confirmed':
      return z.literal(true);
    case 'flag':
      return z.boolean().default(false);
    case 'count':
      return z.number().int().positive().max(field.max);
    case 'files':
      return z.array(uploadIdSchema).max(field.max).default([]);
    case 'item':
    case 'ordinal':
      return z.number().int().positive();
    case 'respondents':
      return respondentsSchema;
  }
}

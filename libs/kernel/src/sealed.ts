import { z } from 'zod';

/** Where a field's plaintext may be seen; what is not marked is `open`. See docs/glossary.md. */
export type Compartment = 'identity' | 'working';

/** A sealed field as it is stored: what the vault made of the plaintext. */
export const ciphertextSchema = z.strictObject({
  $sealed: z.enum(['identity', 'working']),
  /** Version of the sealed form. */
  v: z.literal(1),
  /** Id of the key of the person or matter. */
  key: z.string(),
  /** salt ‖ nonce ‖ ciphertext ‖ tag ‖ commitment, base64url. */
  box: z.string(),
});

export type Ciphertext = Readonly<z.infer<typeof ciphertextSchema>>;
export type Sealed<T> = T | Ciphertext;

export const isCiphertext = (value: unknown): value is Ciphertext =>
  typeof value === 'object' && value !== null && '$sealed' in value;

const compartments = z.registry<{ compartment: Compartment }>();

/** Declares a field of an event as sealed: plaintext when decided, ciphertext once appended. */
export function sealed<S extends z.ZodType>(compartment: Compartment, schema: S) {
  const field = z.union([ciphertextSchema, schema]);
  compartments.add(field, { compartment });
  return field;
}

type Visit = (field: { compartment: Compartment; path: string; value: unknown }) => unknown;

/** A copy of `data` in which every sealed field that holds a value is what `visit` makes of it. */
export function mapSealed(schema: z.ZodType, data: unknown, visit: Visit, path = ''): unknown {
  if (data === undefined || data === null) return data;
  const mark = compartments.get(schema);
  if (mark) return visit({ compartment: mark.compartment, path, value: data });
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodExactOptional
  )
    return mapSealed(schema.unwrap() as z.ZodType, data, visit, path);
  if (schema instanceof z.ZodArray && Array.isArray(data))
    return data.map((item, i) =>
      mapSealed(schema.element as z.ZodType, item, visit, `${path}/${i}`),
    );
  if (schema instanceof z.ZodObject && typeof data === 'object')
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        const field = (schema.shape as Record<string, z.ZodType>)[name];
        return [name, field ? mapSealed(field, value, visit, `${path}/${name}`) : value];
      }),
    );
  return data;
}

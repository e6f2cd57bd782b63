import type { Shape } from './described-routes.ts';

/** A free text that a body may hold: where it stands, and how many code points it takes. */
export interface TextField {
  readonly at: readonly string[];
  readonly max: number;
}

/** One character each, and two or three once they are composed. */
export const GROWING: readonly string[] = ['\ufb2c', '\u0958', '\u{1d15e}'];

/** What no field has room for, or should not show. */
export const NASTY: readonly string[] = [
  ...GROWING,
  ...['\u0301', 'a\u0316\u0301', '\u202e', '\u200f', '\u0000', '\ud800', '\u200b', '\u3164'],
  ...['\u2800', '\u2028', '\u{e0041}', '\ufeff', '\u{1f469}\u200d', 'đ'],
];

/** All free texts of a body, by its own description: new fields join by themselves. */
export function textFields(shape: Shape, at: readonly string[] = []): TextField[] {
  const inner = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((one) =>
    textFields(one, at),
  );
  const below = Object.entries(shape.properties ?? {}).flatMap(([key, field]) =>
    textFields(field, [...at, key]),
  );
  const { type, maxLength, pattern, format } = shape;
  const isText = type === 'string' && maxLength !== undefined && !pattern && !format;
  const mine = isText && !shape.enum ? [{ at, max: maxLength }] : [];
  return [...mine, ...inner, ...below];
}

/** The same body with another text in one place; `undefined` where it has no such place. */
export function withText(
  body: object,
  [key, ...rest]: readonly string[],
  text: string,
): object | undefined {
  if (key === undefined || !Object.hasOwn(body, key)) return undefined;
  const value = (body as Record<string, unknown>)[key];
  if (rest.length === 0) return { ...body, [key]: text };
  if (typeof value !== 'object' || value === null) return undefined;
  const changed = withText(value, rest, text);
  return changed && { ...body, [key]: changed };
}

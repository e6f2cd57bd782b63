import type { Shape } from './described-routes.ts';

/** What no client has to say: the product itself knows it. */
const ENVELOPE = [
  'actor',
  'unit',
  'role',
  'person',
  'deputyFor',
  'recordedAt',
  'occurredAt',
  'commandId',
  'requestHash',
  'correlationId',
  'stream',
  'revision',
  'position',
  'metadata',
  'schemaVersion',
  'number',
  'petition',
  'constructor',
  'prototype',
  'toString',
  '__proto__',
];

/** A name for what is wrong, and the JSON to send. */
export type Bent = readonly [what: string, json: string];

/** Every wrong body next to a right one: one thing wrong in each. */
export function bend(good: object, shape: Shape = {}): Bent[] {
  return [
    ...documents(good),
    ...envelope(good, shape, '', (changed) => changed),
    ...fields(good, shape, '', (changed) => changed),
  ];
}

/** What is no JSON, or no object. */
const documents = (good: object): Bent[] => {
  const json = JSON.stringify(good);
  return [
    ['cut off', json.slice(0, -1)],
    ['a comma too many', json.replace(/\}$/, ',}')],
    ['a list of it', `[${json}]`],
    ['a text of it', JSON.stringify(json)],
    ['nothing', 'null'],
    ['no number', `{"x":NaN}`],
    ['nested', `{"x":${'['.repeat(200)}${']'.repeat(200)}}`],
    ['10 MB', JSON.stringify({ ...good, more: 'x'.repeat(10 * 1024 * 1024) })],
  ];
};

type Whole = (part: object) => object;

function envelope(good: object, shape: Shape, at: string, whole: Whole): Bent[] {
  const mine = (key: string) => Object.hasOwn(shape.properties ?? {}, key);
  return ENVELOPE.filter((key) => !mine(key)).map((key) => [
    `${at}/${key} added`,
    // Defined, not assigned: `__proto__` must stand in the text.
    JSON.stringify(
      whole(Object.defineProperty({ ...good }, key, { value: { admin: true }, enumerable: true })),
    ),
  ]);
}

function fields(good: object, shape: Shape, at: string, whole: Whole): Bent[] {
  return Object.entries(good).flatMap(([key, value]: [string, unknown]): Bent[] => {
    const field = shape.properties?.[key] ?? {};
    const put = (bad: unknown) => whole({ ...good, [key]: bad });
    const bent = wrongValues(value, isEnum(field)).map(([what, bad]): Bent => [
      `${at}/${key} ${what}`,
      JSON.stringify(put(bad)),
    ]);
    if (!isPlain(value)) return bent;
    const inner = [field, ...(field.anyOf ?? [])].find(({ properties }) => properties) ?? {};
    const place = `${at}/${key}`;
    return [...bent, ...envelope(value, inner, place, put), ...fields(value, inner, place, put)];
  });
}

function wrongValues(value: unknown, isOneOf: boolean): (readonly [string, unknown])[] {
  const other = (...bad: unknown[]) => bad.map((b) => [`is ${JSON.stringify(b)}`, b] as const);
  if (typeof value === 'boolean') return other('true', 1, {}, 'x');
  if (typeof value === 'number') return other('1', 1.5, -1, 1e300, {}, [1]);
  if (Array.isArray(value)) return other('x', {}, [{}], ['no such item']);
  if (isPlain(value)) return other('x', 1, [], true);
  if (typeof value !== 'string') return [];
  return [
    ...other(1, true, {}, [], [value], { $ne: '' }),
    ...(isOneOf ? other('no_such_thing', value.toUpperCase()) : []),
    ['with NUL', `${value}\u0000`],
    ['with an escape sequence', `\u001b[31m${value}`],
    ['written backwards', `\u202e${value}`],
    ['with half a character', `${value}\ud800`],
    ['far too long', 'đ'.repeat(100_000)],
  ];
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEnum = (shape: Shape): boolean =>
  shape.enum !== undefined || (shape.anyOf ?? []).some(isEnum);

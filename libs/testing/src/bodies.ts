import fc from 'fast-check';
import { z } from 'zod';

/** As much of a JSON schema as is needed to make what it describes. */
interface Shape {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly type?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

/** Each begins with a letter; composed, some become three, some one, and some stay as they are. */
const UNITS = ['\ufb2c', '\u0958', '\u{1d15e}', 'e\u0323\u0302', 'a\u0316\u0301', 'ế', 'Đ', 'x'];

const composedLength = (said: string): number => [...said.normalize('NFC')].length;

/** Texts that are as long as they may be once they are composed. */
const full = (max: number): fc.Arbitrary<string> =>
  fc.constantFrom(...UNITS).map((unit) => {
    const said = unit.repeat(Math.floor(max / composedLength(unit)));
    return said + 'a'.repeat(max - composedLength(said));
  });

/** Bodies that a shape of the door accepts, as it hands them on; texts stand at their limits. */
export function bodiesOf<T extends object>(schema: z.ZodType<T>): fc.Arbitrary<T> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return anyOf(shape)
    .map((body) => schema.safeParse(body))
    .filter(({ success }) => success)
    .map(({ data }) => data!);
}

function anyOf(shape: Shape): fc.Arbitrary<unknown> {
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return fc.oneof(...choices.map(anyOf));
  switch (shape.type) {
    case 'object': {
      const { properties = {}, required = [] } = shape;
      const fields = Object.entries(properties).map(([key, field]) => [key, anyOf(field)] as const);
      const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields);
      return fc.record(model, { requiredKeys: [...required] });
    }
    case 'array':
      return fc.array(anyOf(shape.items ?? {}), { maxLength: Math.min(shape.maxItems ?? 3, 3) });
    case 'string':
      return shape.pattern === undefined
        ? full(shape.maxLength ?? 100)
        : fc.stringMatching(new RegExp(shape.pattern));
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: 1, max: 5 });
    case undefined:
    default:
      return fc.constant(null);
  }
}

import { z } from 'zod';

/** The configuration cannot be used; one clear line per bad value. Print `lines` and exit. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';

  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/**
 * Reads an app's configuration out of the environment, and refuses to go on with a bad value. Empty
 * variables count as not set. A line names the variable, never its value: it may be a secret.
 *
 * @throws BadConfig
 */
export function defineConfig<Shape extends z.ZodType>(
  shape: Shape,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Shape> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const result = shape.safeParse(set);
  if (result.success) return result.data;
  throw new BadConfig(
    result.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    ),
  );
}

/** A TCP port as text. */
export const portSchema = z.coerce.number().int().min(0).max(65535);

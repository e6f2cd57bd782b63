import { z } from 'zod';

/**
 * Who acted, in what role and for which unit, as of the event's `recordedAt`. Someone from outside
 * is always `public`, whoever it was; a part of the product that acts by itself is `system`.
 */
export const actorSchema = z.strictObject({
  person: z.string(),
  role: z.string(),
  unit: z.string(),
  /** The person whose post a deputy acts for. */
  deputyFor: z.string().exactOptional(),
});

export type Actor = Readonly<z.infer<typeof actorSchema>>;

export const PUBLIC: Actor = { person: 'public', role: 'public', unit: 'public' };
export const system = (name: string): Actor => ({
  person: `system:${name}`,
  role: 'system',
  unit: 'system',
});

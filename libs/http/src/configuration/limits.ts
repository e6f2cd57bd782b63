import { z } from 'zod';

const upTo = (most: number, usual: number) => {
  const error = { error: `must be a whole number from 1 to ${most}` };
  return z.coerce.number(error).int(error).min(1, error).max(most, error).default(usual);
};

/** How much one person may do. A limit is added here, and read where it holds. */
export const limitsSchema = z.object({
  /** Different matters whose identity one person may open in any hour. */
  MB_DISCLOSURES_PER_HOUR: upTo(1_000, 20),
  /** Petitions that one person may register in a day. */
  MB_REGISTRATIONS_PER_DAY: upTo(1_000_000, 500),
});

export type Limits = z.infer<typeof limitsSchema>;

export const usualLimits: Limits = limitsSchema.parse({});

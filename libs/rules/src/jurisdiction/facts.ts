import { DomainError } from '@minh-bach/kernel';
import { z } from 'zod';

const level = z.enum(['chi_cuc', 'cuc', 'tong_cuc']);
const post = z.enum(['head', 'deputy', 'officer', 'body']);

/** Where an accused person is now, if no longer in the post of the act (Luật TC Đ.12 k.3). */
const present = z.discriminatedUnion('status', [
  z.object({ status: z.literal('left') }),
  z.object({
    status: z.literal('moved'),
    level,
    post,
    /** Against the post at the time of the act. */
    rank: z.enum(['equal', 'higher', 'lower']),
  }),
]);

/** What is confirmed about a matter when its competent authority is asked. */
export const jurisdictionFacts = z.object({
  date: z.iso.date(),
  kind: z.enum(['complaint', 'denunciation', 'tip', 'petition', 'feedback']),
  instance: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  /** Whose decision, act or task it is about, at the time of the act. */
  target: z.object({
    level,
    post: post.default('body'),
    /** An id of the organisation on that date, to name the competent unit. */
    unit: z.string().optional(),
  }),
  /** Discipline of an officer, or a decision of the customs laboratories. */
  matter: z.enum(['administrative', 'discipline', 'kiem_dinh']).default('administrative'),
  present: present.optional(),
  /** What became of the unit of the act (Luật TC Đ.12 k.4-5). */
  unitSince: z.enum(['merged', 'dissolved']).optional(),
});

export type JurisdictionFacts = z.infer<typeof jurisdictionFacts>;
export type JurisdictionFactsInput = z.input<typeof jurisdictionFacts>;

/** @throws `facts.invalid` */
export function readJurisdictionFacts(input: unknown): JurisdictionFacts {
  const parsed = jurisdictionFacts.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError('facts.invalid', {
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  });
}

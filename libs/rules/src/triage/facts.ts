import { DomainError } from '@minh-bach/kernel';
import { z } from 'zod';

export const contentKind = z.enum(['complaint', 'denunciation', 'petition', 'feedback']);
export type ContentKind = z.infer<typeof contentKind>;

const flag = z.boolean().default(false);
export const customsLevel = z.enum(['chi_cuc', 'cuc', 'tong_cuc']);

const sender = z.object({
  kind: z.enum(['individual', 'enterprise', 'agency']).default('individual'),
  named: flag,
  identifiable: flag,
  othersName: flag,
  signed: flag,
});

/** What a person has confirmed about a petition. A fact left out is false, or `individual`. */
export const triageFacts = z.looseObject({
  date: z.iso.date().optional(),
  receiver: customsLevel.optional(),
  contents: z.array(contentKind).min(1),
  form: z.enum(['written', 'in_person', 'phone', 'email', 'web']).optional(),
  sender: sender.prefault({}),
  concrete: flag,
  /** BCP 47; Vietnamese unless stated. */
  language: z.string().default('vi'),
  notarisedTranslation: flag,
  legible: flag,
  addressees: z.int().nonnegative().default(1),
  competence: z.enum(['own', 'lower', 'elsewhere']).optional(),
  conditionsMet: flag,
  forwardedBy: z.enum(['deputy', 'front', 'press', 'agency']).nullable().default(null),
  guidedBefore: flag,
  transferredBefore: flag,
  finalDecision: flag,
  newEvidence: flag,
  filedWithLower: flag,
  lowerOverdue: flag,
  crimeSigns: flag,
  stateSecret: flag,
  imminentDamage: flag,
  partyMatter: flag,
});

export type TriageFacts = z.infer<typeof triageFacts>;
export type TriageFactsInput = z.input<typeof triageFacts>;

const known = new Set(Object.keys(triageFacts.shape));

/** @throws `facts.invalid`, naming each fact that cannot be read */
export function readTriageFacts(input: unknown): {
  facts: TriageFacts;
  unknownFacts: readonly string[];
} {
  const parsed = triageFacts.safeParse(input);
  if (!parsed.success) {
    throw new DomainError('facts.invalid', {
      problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    });
  }
  const unknownFacts = Object.keys(parsed.data).filter((name) => !known.has(name));
  return { facts: parsed.data, unknownFacts };
}

import { DomainError, defineEvent, type EventOf } from '@minh-bach/kernel';
import { z } from 'zod';
import { breachOf, type OpenClocks } from './clock-fact.ts';
import { instantSchema, personIdSchema, unitIdSchema } from './vocabulary.ts';

/**
 * A clock ran out. The law names no general consequence, so telling the direct superior is the
 * product's policy and says so.
 */
export const deadlineBreached = defineEvent(
  'DeadlineBreached',
  z.strictObject({
    rule: z.string(),
    name: z.strictObject({ vi: z.string(), en: z.string() }),
    law: z.string(),
    legal: z.boolean(),
    due: z.string(),
    endsAt: instantSchema,
    policy: z.literal('POLICY.TELL_SUPERIOR'),
    /** Who was told; `null` when no post above has a holder. */
    told: z.strictObject({ person: personIdSchema, unit: unitIdSchema }).nullable(),
  }),
);

export type DeadlineBreached = EventOf<typeof deadlineBreached>;

export interface NoticeBreach {
  readonly type: 'NoticeBreach';
  readonly rule: string;
  readonly told: { readonly person: string; readonly unit: string } | null;
}

/** Once for each rule and last day, and only when it is truly over on the fresh stream. */
export function decideBreach(
  open: OpenClocks,
  { rule, told }: NoticeBreach,
  now: string,
): DeadlineBreached[] {
  const clock = open.running[rule];
  if (!clock || open.breached.includes(breachOf(clock))) return [];
  if (Date.parse(now) < Date.parse(clock.endsAt)) throw new DomainError('NOT_OVERDUE', { rule });
  const { name, source, legal, due, endsAt } = clock;
  return [
    {
      type: 'DeadlineBreached',
      data: {
        rule,
        name,
        law: source.law,
        legal,
        due,
        endsAt,
        policy: 'POLICY.TELL_SUPERIOR',
        told,
      },
    },
  ];
}

export const evolveBreach = (open: OpenClocks, { data }: DeadlineBreached): OpenClocks => ({
  ...open,
  breached: [...open.breached, breachOf(data)],
});

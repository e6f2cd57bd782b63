import { petitionNumber, type EventOf } from '@minh-bach/kernel';
import { z } from 'zod';
import type { LocalizedText } from './localized.ts';
import { refusal } from './refusal.ts';
import { storedEvent } from './stored-event.ts';
import type { Described, Names } from './telling.ts';
import { breachOf, type OpenClocks } from './clock-fact.ts';
import { instantSchema, personIdSchema, petitionNumberSchema, unitIdSchema } from './vocabulary.ts';

/** The unit reports why a denunciation is late, from the day that it is asked (Luật Tố cáo Đ.38 k.3). */
export const REPORT_ON_DELAY = 'TC.OVERDUE_REPORT';

/** What a breach leads to: by law, or where `law` is null by the product's own policy. */
export const breachConsequenceSchema = z.strictObject({
  code: z.string(),
  text: z.strictObject({ vi: z.string(), en: z.string() }),
  law: z.string().nullable(),
});

/**
 * A clock ran out. The law names no general consequence, so telling the direct superior is the
 * product's policy and says so.
 */
export const deadlineBreached = storedEvent(
  'DeadlineBreached',
  z.strictObject({
    rule: z.string(),
    name: z.strictObject({ vi: z.string(), en: z.string() }),
    law: z.string(),
    legal: z.boolean(),
    due: z.string(),
    endsAt: instantSchema,
    policy: z.literal('POLICY.TELL_SUPERIOR'),
    /** Who was told; `null` when no head's post in the whole line has anybody to act in it. */
    told: z
      .strictObject({
        person: personIdSchema,
        unit: unitIdSchema,
        /** The holder of the post, while another acts for him. */
        deputyFor: personIdSchema.exactOptional(),
      })
      .nullable(),
    /** What the rules in force on that day said it leads to, where they say anything. */
    consequence: breachConsequenceSchema.exactOptional(),
    /** Of the case, where it is a case that is late: their senders may be told. */
    petitions: z.array(petitionNumber()).exactOptional(),
  }),
  {
    history: ({ name, told }, { names }) => describeBreach({ name, told }, names),
    publishes({ rule, due, told, petitions }, { matter, on }) {
      const missed = { rule, due, on, superiorTold: told !== null };
      if (petitions)
        return { type: 'DeadlineMissed', data: { case: matter, petitions, ...missed } };
      // Older events of a case do not say of which petitions.
      if (!petitionNumberSchema.safeParse(matter).success) return undefined;
      return { type: 'DeadlineMissed', data: { petition: matter, ...missed } };
    },
  },
);

export type DeadlineBreached = EventOf<typeof deadlineBreached>;

export interface NoticeBreach {
  readonly type: 'NoticeBreach';
  readonly rule: string;
  readonly told: DeadlineBreached['data']['told'];
  readonly consequence?: NonNullable<DeadlineBreached['data']['consequence']>;
}

/**
 * Once for each rule and last day, and only when it is truly over on the fresh stream.
 *
 * @param petitions of a case
 */
export function decideBreach(
  open: OpenClocks,
  { rule, told, consequence }: NoticeBreach,
  now: string,
  petitions?: readonly string[],
): DeadlineBreached[] {
  const clock = open.running[rule];
  if (!clock || open.breached.includes(breachOf(clock))) return [];
  if (Date.parse(now) < Date.parse(clock.endsAt)) throw refusal('NOT_OVERDUE', { rule });
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
        ...(consequence === undefined ? {} : { consequence }),
        ...(petitions === undefined ? {} : { petitions: [...petitions] }),
      },
    },
  ];
}

export const evolveBreach = (open: OpenClocks, { data }: DeadlineBreached): OpenClocks => ({
  ...open,
  breached: [...open.breached, breachOf(data)],
});

interface Breach {
  readonly name: LocalizedText;
  readonly told: { readonly person: string } | null;
}

/** A breach reads the same in every service. */
export function describeBreach({ name, told }: Breach, names: Names): Described {
  if (!told)
    return {
      summary: {
        vi: `Quá hạn: ${name.vi}. Chưa có thủ trưởng cấp trên để báo cáo.`,
        en: `Overdue: ${name.en}. No post above has a holder to tell.`,
      },
    };
  const person = names.person(told.person);
  return {
    summary: {
      vi: `Quá hạn: ${name.vi}. Đã báo cáo ${person}.`,
      en: `Overdue: ${name.en}. ${person} was told.`,
    },
  };
}

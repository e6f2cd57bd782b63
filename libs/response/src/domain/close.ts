import {
  ADDRESSEE_WORDS,
  addressedBy,
  closeCase,
  dayMonthYear,
  refusalsOf,
  words,
  type Addressee,
  type BodyOf,
  type LocalizedText,
} from '@minh-bach/contracts';
import { missingIn } from './addressees.ts';
import type { CaseEvent } from './case.events.ts';
import { publicUntil } from './last-days.ts';
import { expectState, isDone, ofCase, type Requested } from './case.state.ts';

export interface CloseCase extends BodyOf<typeof closeCase> {
  readonly type: 'CloseCase';
}

interface Open<Code extends string, Details> {
  readonly code: Code;
  readonly details: Details;
}

/** What a decision waits for before its file ends, as `close` refuses for it. */
type OpenCondition =
  | Open<'ADDRESSEES_OWED', { readonly missing: readonly Addressee[] }>
  | Open<'PUBLICATION_OWED', Readonly<Record<string, never>>>
  | Open<'PUBLICATION_TOO_SHORT' | 'NOT_IN_FORCE_YET', { readonly until: string }>;

/** In the order of the law. Every decision is owed to its addressees; the rest is for complaints alone. */
function openConditions(state: Requested, today: string): readonly OpenCondition[] {
  const { concluded, inForceAfter: effect } = state;
  const { published } = state.publication;
  const open: OpenCondition[] = [];
  const missing = missingIn(state);
  if (missing.length > 0) open.push({ code: 'ADDRESSEES_OWED', details: { missing } });
  if (concluded.kind !== 'complaint') return open;
  const until = published && publicUntil(published.on, concluded.receivedOn);
  if (until === null) open.push({ code: 'PUBLICATION_OWED', details: {} });
  else if (today <= until) open.push({ code: 'PUBLICATION_TOO_SHORT', details: { until } });
  if (effect !== null && today <= effect)
    open.push({ code: 'NOT_IN_FORCE_YET', details: { until: effect } });
  return open;
}

/**
 * A complaint: sent to all, published long enough, in force, and nothing left to carry out, which a person
 * says; or overtaken by a second complaint. Delivery alone never closes it.
 */
export function close(state: Requested, { because }: CloseCase, today: string): CaseEvent[] {
  const refuse = refusalsOf(closeCase);
  const { kind, instance } = state.concluded;
  // Older decisions were posted up in public: nobody in particular receives that.
  const wasPosted = state.method === 'posting' && state.is === 'sent';
  expectState(state, wasPosted ? 'sent' : 'delivered', refuse);
  const [first] = openConditions(state, today);
  if (first?.code === 'ADDRESSEES_OWED') throw refuse(first.code, first.details);
  if (kind !== 'complaint') return [{ type: 'CaseClosed', data: ofCase(state) }];
  if (because === null || (because === 'second_complaint' && instance === 2))
    throw refuse('CLOSING_REASON_MISSING');
  if (first && because !== 'second_complaint') throw refuse(first.code, first.details);
  return [{ type: 'CaseClosed', data: { ...ofCase(state), because } }];
}

/** What is missing before it may be closed, in words with its law; nothing before there is a decision. */
export function waitsFor(state: Requested, today: string): LocalizedText[] {
  if (state.is === 'requested' || isDone(state)) return [];
  const { law } = addressedBy(state.concluded);
  return openConditions(state, today).flatMap((condition) => wordsOf(condition, law));
}

function wordsOf({ code, details }: OpenCondition, law: string | null): readonly LocalizedText[] {
  switch (code) {
    case 'ADDRESSEES_OWED':
      return details.missing.map((to) => {
        const { vi, en } = ADDRESSEE_WORDS[to];
        const by = law ? ` (${law})` : '';
        return words(`Chưa gửi: ${vi}${by}.`, `Not sent: ${en}${by}.`);
      });
    case 'PUBLICATION_OWED':
      return [
        words(
          'Chưa công khai quyết định (NĐ 124/2020 Đ.29 k.3).',
          'Not published (Decree 124/2020 Art. 29.3).',
        ),
      ];
    case 'PUBLICATION_TOO_SHORT': {
      const until = dayMonthYear(details.until);
      return [
        words(
          `Công khai ít nhất 15 ngày, hết ngày ${until} (NĐ 124/2020 Đ.29 k.3).`,
          `Public for at least 15 days, until the end of ${until} (Decree 124/2020 Art. 29.3).`,
        ),
      ];
    }
    case 'NOT_IN_FORCE_YET': {
      const until = dayMonthYear(details.until);
      return [
        words(
          `Quyết định có hiệu lực pháp luật sau ngày ${until} (Luật Khiếu nại Đ.44).`,
          `The decision has legal effect after ${until} (Law on Complaints Art. 44).`,
        ),
      ];
    }
  }
}

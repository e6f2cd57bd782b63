import {
  ADDRESSEE_WORDS,
  addressedBy,
  closeCase,
  dayMonthYear,
  refusalsOf,
  words,
  type BodyOf,
  type LocalizedText,
} from '@minh-bach/contracts';
import { missingIn } from './addressees.ts';
import type { CaseEvent } from './case.events.ts';
import { publicUntil } from './last-days.ts';
import { expectState, ofCase, type Requested } from './case.state.ts';

export interface CloseCase extends BodyOf<typeof closeCase> {
  readonly type: 'CloseCase';
}

/** The two days that closing waits for, as far as they are known. */
function daysOf({ publication: { published }, inForceAfter, concluded }: Requested) {
  const { receivedOn } = concluded;
  return {
    until: published && publicUntil(published.on, receivedOn),
    effect: inForceAfter,
  };
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
  const missing = missingIn(state);
  if (missing.length > 0) throw refuse('ADDRESSEES_OWED', { missing });
  if (kind !== 'complaint') return [{ type: 'CaseClosed', data: ofCase(state) }];
  if (because === null || (because === 'second_complaint' && instance === 2))
    throw refuse('CLOSING_REASON_MISSING');
  if (because !== 'second_complaint') {
    const { until, effect } = daysOf(state);
    if (until === null) throw refuse('PUBLICATION_OWED');
    if (today <= until) throw refuse('PUBLICATION_TOO_SHORT', { until });
    if (effect !== null && today <= effect) throw refuse('NOT_IN_FORCE_YET', { until: effect });
  }
  return [{ type: 'CaseClosed', data: { ...ofCase(state), because } }];
}

/** What is missing before it may be closed, in words with its law; nothing before there is a decision. */
export function waitsFor(state: Requested, today: string): LocalizedText[] {
  if (state.is === 'requested' || state.is === 'closed') return [];
  const { law } = addressedBy(state.concluded);
  const sendings = missingIn(state).map((to) => {
    const { vi, en } = ADDRESSEE_WORDS[to];
    return words(
      `Chưa gửi: ${vi}${law ? ` (${law})` : ''}.`,
      `Not sent: ${en}${law ? ` (${law})` : ''}.`,
    );
  });
  if (state.concluded.kind !== 'complaint') return sendings;
  const { until, effect } = daysOf(state);
  return [
    ...sendings,
    ...(until === null
      ? [
          words(
            'Chưa công khai quyết định (NĐ 124/2020 Đ.29 k.3).',
            'Not published (Decree 124/2020 Art. 29.3).',
          ),
        ]
      : []),
    ...(until !== null && today <= until
      ? [
          words(
            `Công khai ít nhất 15 ngày, hết ngày ${dayMonthYear(until)} (NĐ 124/2020 Đ.29 k.3).`,
            `Public for at least 15 days, until the end of ${dayMonthYear(until)} (Decree 124/2020 Art. 29.3).`,
          ),
        ]
      : []),
    ...(effect !== null && today <= effect
      ? [
          words(
            `Quyết định có hiệu lực pháp luật sau ngày ${dayMonthYear(effect)} (Luật Khiếu nại Đ.44).`,
            `The decision has legal effect after ${dayMonthYear(effect)} (Law on Complaints Art. 44).`,
          ),
        ]
      : []),
  ];
}

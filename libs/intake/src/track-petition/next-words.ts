import { words, type LocalizedText, type PetitionState } from '@minh-bach/contracts';
import type { Open, Told } from './told.ts';

/** Answered by what comes next, and by which unit; `null`: nothing comes. */
const NEXT: Readonly<Record<PetitionState, (open: Open) => LocalizedText | null>> = {
  received: toAnswer,
  classified: toAnswer,
  accepted: ({ unit }) =>
    words(
      `${unit.vi} xác minh và ra quyết định giải quyết.`,
      `${unit.en} investigates and decides.`,
    ),
  under_verification: ({ unit }) =>
    words(
      `${unit.vi} xác minh xong và ra quyết định giải quyết.`,
      `${unit.en} finishes the investigation and decides.`,
    ),
  awaiting_approval: toDecide,
  concluded: toDecide,
  decision_issued: ({ unit }) =>
    words(`${unit.vi} gửi quyết định cho ông/bà.`, `${unit.en} sends you the decision.`),
  decision_sent: ({ unit }) =>
    words(
      `Quyết định đến tay ông/bà; ${unit.vi} ghi lại ngày ông/bà nhận.`,
      `The decision reaches you; ${unit.en} records the day.`,
    ),
  decision_delivered: ({ unit }) =>
    words(`${unit.vi} kết thúc hồ sơ vụ việc.`, `${unit.en} closes the file.`),
  transferred: ({ competentBody }) =>
    words(
      `${competentBody ?? 'Cơ quan đã nhận đơn'} xem xét và trả lời ông/bà.`,
      `${competentBody ?? 'The body that received it'} looks into it and answers you.`,
    ),
  not_accepted: () => null,
  guided: () => null,
  filed: () => null,
  merged: () => null,
  closed: () => null,
};

function toAnswer({ unit, kind }: Open): LocalizedText {
  return kind === 'complaint'
    ? words(
        `${unit.vi} báo cho ông/bà biết có thụ lý (nhận giải quyết) hay không.`,
        `${unit.en} tells you whether it is accepted for resolution.`,
      )
    : words(
        `${unit.vi} xem xét và báo cho ông/bà cách giải quyết.`,
        `${unit.en} looks into it and tells you how it is handled.`,
      );
}

function toDecide({ unit }: Open): LocalizedText {
  return words(`${unit.vi} ban hành quyết định giải quyết.`, `${unit.en} issues the decision.`);
}

/** What comes next and by which day; a target of our own that is over says nothing. */
export function nextOf({ state, open }: Told) {
  const text = open && NEXT[state](open);
  if (!open || !text) return null;
  const { due } = open;
  return { text, due: due && !due.legal && due.overdue ? null : due };
}

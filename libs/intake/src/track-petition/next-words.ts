import { dayMonthYear, words, type LocalizedText, type PetitionState } from '@minh-bach/contracts';
import { nextDue, type Open, type Told } from './told.ts';

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
  decision_sent: ({ unit, ...open }) =>
    words(
      `Quyết định đến tay ông/bà; ${unit.vi} ghi lại ngày ông/bà nhận${publishing(open).vi}.`,
      `The decision reaches you; ${unit.en} records the day${publishing(open).en}.`,
    ),
  decision_delivered: (open) => {
    const { unit, publication } = open;
    if (publication)
      return words(
        `${unit.vi} công khai quyết định, không nêu tên ông/bà.`,
        `${unit.en} publishes the decision, without your name.`,
      );
    const day = comesInForce(open);
    if (day)
      return words(
        `Quyết định có hiệu lực pháp luật sau ngày ${day}${unlessAgain(open).vi} (Luật Khiếu nại Đ.44); sau đó ${unit.vi} kết thúc hồ sơ.`,
        `The decision has legal effect after ${day}${unlessAgain(open).en} (Law on Complaints Art. 44); then ${unit.en} closes the file.`,
      );
    return words(`${unit.vi} kết thúc hồ sơ vụ việc.`, `${unit.en} closes the file.`);
  },
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

const comesInForce = ({ inForceAfter, today }: Open): string | undefined =>
  inForceAfter !== undefined && today <= inForceAfter ? dayMonthYear(inForceAfter) : undefined;

/** A second decision has effect whatever happens. */
const unlessAgain = ({ instance }: Open): LocalizedText =>
  instance === 2
    ? words('', '')
    : words(' nếu không có khiếu nại lần hai', ' where there is no second complaint');

const publishing = ({ publication }: Pick<Open, 'publication'>): LocalizedText =>
  publication ? words(' và công khai quyết định', ' and publishes the decision') : words('', '');

function toDecide({ unit }: Open): LocalizedText {
  return words(`${unit.vi} ban hành quyết định giải quyết.`, `${unit.en} issues the decision.`);
}

/** What comes next and by which day; a target of our own that is over says nothing. */
export function nextOf(told: Told) {
  const { state, open } = told;
  const text = open && NEXT[state](open);
  if (!open || !text) return null;
  const due = nextDue(told);
  const isDated = state === 'decision_delivered' && comesInForce(open) !== undefined;
  return {
    text,
    due: due && !due.legal && due.overdue ? null : due,
    ...(isDated && !due ? { isDated: true as const } : {}),
  };
}

import {
  CONCLUSION_WORDS,
  KIND_WORDS,
  SETTLEMENT_GROUNDS,
  dayMonthYear,
  words,
  type LocalizedText,
  type PetitionState,
} from '@minh-bach/contracts';
import { lowered, type Told } from './told.ts';
import { waitsOf } from './waits-words.ts';

/** Steps that are done, in a list. */
export const STEP_WORDS: Readonly<Record<PetitionState, LocalizedText>> = {
  received: words('Đã nhận đơn', 'Received'),
  classified: words('Đã đọc và phân loại đơn', 'Read and sorted'),
  accepted: words('Đã thụ lý (nhận giải quyết)', 'Accepted for resolution'),
  not_accepted: words('Không thụ lý', 'Not accepted'),
  guided: words('Đã hướng dẫn nơi gửi đơn', 'You were told where to send it'),
  transferred: words('Đã chuyển cơ quan có thẩm quyền', 'Transferred to the competent body'),
  filed: words('Lưu đơn, không xử lý', 'Filed without processing'),
  merged: words('Đã nhập vào đơn khác có cùng nội dung', 'Merged with another of the same content'),
  under_verification: words('Xác minh', 'Under investigation'),
  awaiting_approval: words('Xác minh xong', 'Investigation finished'),
  concluded: words('Chờ ký quyết định', 'Waiting for signature'),
  decision_issued: words('Đã ban hành quyết định', 'Decision issued'),
  decision_sent: words('Đã gửi quyết định cho ông/bà', 'Decision sent to you'),
  decision_delivered: words('Ông/bà đã nhận quyết định', 'Decision received by you'),
  closed: words('Kết thúc', 'Closed'),
};

const body = ({ open }: Told) => open?.competentBody ?? null;

/** e.g. `số 12/QĐ-HQSM`; empty where it is not told. */
const decisionOf = ({ open }: Told): LocalizedText => {
  const number = open?.decision?.number;
  return number === undefined ? words('', '') : words(` số ${number}`, ` ${number}`);
};
/** e.g. `: khiếu nại đúng` */
const outcomeOf = ({ open }: Told): LocalizedText => {
  const conclusion = open?.decision?.conclusion;
  if (conclusion === undefined) return words('', '');
  const { vi, en } = lowered(CONCLUSION_WORDS[conclusion]);
  return words(`: ${vi}`, `: ${en}`);
};

const SENTENCES: Readonly<Record<PetitionState, (on: string, told: Told) => LocalizedText>> = {
  received: (on) => words(`Đã nhận đơn ngày ${on}.`, `Received on ${on}.`),
  classified: (on, { open }) => {
    if (!open) return words(`Đã đọc đơn ngày ${on}.`, `Read on ${on}.`);
    const { vi, en } = lowered(KIND_WORDS[open.kind]);
    return words(
      `Đã đọc đơn và xác định đây là ${vi}, ngày ${on}.`,
      `Read and sorted as ${en} on ${on}.`,
    );
  },
  accepted: (on) =>
    words(`Đã thụ lý (nhận giải quyết) ngày ${on}.`, `Accepted for resolution on ${on}.`),
  not_accepted: (on) =>
    words(
      `Đơn không được thụ lý (không nhận giải quyết), ngày ${on}.`,
      `Not accepted for resolution, on ${on}.`,
    ),
  guided: (on, told) =>
    words(
      `Đơn không thuộc thẩm quyền của nơi nhận. Ngày ${on}, ông/bà được hướng dẫn gửi đơn đến ${body(told) ?? 'cơ quan có thẩm quyền'}.`,
      `Another body is competent. On ${on} you were told to send it to ${body(told) ?? 'the competent body'}.`,
    ),
  transferred: (on, told) =>
    words(
      `Đơn thuộc thẩm quyền của ${body(told) ?? 'cơ quan khác'} và đã được chuyển đến đó ngày ${on}.`,
      `${body(told) ?? 'Another body'} is competent; it was transferred there on ${on}.`,
    ),
  filed: (on) =>
    words(`Đơn không được xử lý và đã được lưu ngày ${on}.`, `Filed without processing on ${on}.`),
  merged: (on, { open }) =>
    open?.mergedInto
      ? words(
          `Đơn được nhập vào đơn số ${open.mergedInto} của ông/bà ngày ${on} và được giải quyết cùng đơn đó.`,
          `Merged into your petition ${open.mergedInto} on ${on}; the two are dealt with together.`,
        )
      : words(
          `Từ ngày ${on}, đơn được xử lý cùng một đơn khác có cùng nội dung.`,
          `Since ${on} it is dealt with together with another petition of the same content.`,
        ),
  under_verification: (on) =>
    words(`Đang xác minh, từ ngày ${on}.`, `Under investigation since ${on}.`),
  awaiting_approval: (on) =>
    words(
      `Đã xác minh xong ngày ${on}; đang chờ người có thẩm quyền duyệt và ký quyết định.`,
      `Investigated by ${on}; waiting for approval and signature.`,
    ),
  concluded: (on) =>
    words(
      `Đã có kết luận ngày ${on}; đang chờ người có thẩm quyền ký quyết định.`,
      `Concluded on ${on}; the decision waits for its signature.`,
    ),
  decision_issued: (on, told) =>
    words(
      `Đã có quyết định giải quyết${decisionOf(told).vi} ngày ${on}${outcomeOf(told).vi}.`,
      `Decision${decisionOf(told).en} was issued on ${on}${outcomeOf(told).en}.`,
    ),
  decision_sent: (on, told) =>
    words(
      `Quyết định giải quyết${decisionOf(told).vi} đã được gửi cho ông/bà ngày ${on}${outcomeOf(told).vi}.`,
      `Decision${decisionOf(told).en} was sent to you on ${on}${outcomeOf(told).en}.`,
    ),
  decision_delivered: (on, told) =>
    words(
      `Quyết định giải quyết${decisionOf(told).vi} đã đến tay ông/bà ngày ${on}${outcomeOf(told).vi}.`,
      `Decision${decisionOf(told).en} reached you on ${on}${outcomeOf(told).en}.`,
    ),
  closed: (on, told) =>
    words(
      `Đã giải quyết xong, kết thúc ngày ${on}${outcomeOf(told).vi}.`,
      `Resolved and closed on ${on}${outcomeOf(told).en}.`,
    ),
};

/** Where it stands, with its day. */
export const sentenceOf = (told: Told): LocalizedText =>
  SENTENCES[told.state](dayMonthYear(told.on), told);

/** What belongs to it: why, and which papers. */
export function factsOf(told: Told): LocalizedText[] {
  const { state, open } = told;
  if (!open) return [];
  const { ground, notice, decision } = open;
  const isRefusal = state === 'not_accepted' || state === 'filed';
  const isSettled = isRefusal || state === 'guided' || state === 'transferred';
  const facts: LocalizedText[] = [];
  const isNamed = ground !== undefined && ground !== 'other';
  if (isRefusal && isNamed) {
    const { vi, en } = SETTLEMENT_GROUNDS[ground];
    facts.push(words(`Lý do: ${vi}.`, `Reason: ${en}.`));
  }
  if (isRefusal && !isNamed)
    facts.push(
      words('Lý do được nêu trong văn bản gửi ông/bà.', 'The letter to you gives the reason.'),
    );
  if (isSettled && notice)
    facts.push(words(`Văn bản gửi ông/bà: số ${notice}.`, `Letter to you: ${notice}.`));
  if (state === 'closed' && decision) {
    const on = dayMonthYear(decision.issuedOn);
    facts.push(
      words(
        `Quyết định số ${decision.number} ngày ${on}.`,
        `Decision ${decision.number} of ${on}.`,
      ),
    );
  }
  if (open.publishedOn)
    facts.push(
      words(
        `Quyết định được công khai ngày ${dayMonthYear(open.publishedOn)}, không nêu tên ông/bà.`,
        `The decision was published on ${dayMonthYear(open.publishedOn)}, without your name.`,
      ),
    );
  return [...facts, ...waitsOf(told)];
}

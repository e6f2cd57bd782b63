import { isDomainError } from '@minh-bach/kernel';
import type { Words } from './deadlines/deadline.ts';

type Details = Readonly<Record<string, unknown>>;

const listed = (value: unknown): string =>
  Array.isArray(value) ? value.join('; ') : String(value);

/** Which rule applies instead, if the pack has one. */
function otherRule({ inForce }: Details): Words {
  return typeof inForce === 'string'
    ? { vi: `khi đó áp dụng ${inForce}`, en: `${inForce} was in force` }
    : {
        vi: 'bộ quy tắc không có quy tắc nào cho ngày đó',
        en: 'the pack has no rule for that date',
      };
}

/** What each refusal of the engine says to a person. */
const refusals: Readonly<Record<string, (details: Details) => Words>> = {
  'rule.unknown': ({ rule }) => ({
    vi: `Không có quy tắc ${rule}.`,
    en: `There is no rule ${rule}.`,
  }),
  'rule.not_in_force': (details) => ({
    vi: `Ngày ${details.date} quy tắc ${details.rule} không có hiệu lực: ${otherRule(details).vi}.`,
    en: `On ${details.date} rule ${details.rule} was not in force: ${otherRule(details).en}.`,
  }),
  'date.invalid': ({ date }) => ({
    vi: `“${date}” không phải là ngày; nhập theo dạng 2026-07-10 hoặc 2026-07-10T16:30.`,
    en: `“${date}” is no date; write 2026-07-10 or 2026-07-10T16:30.`,
  }),
  'date.out_of_range': ({ from, to }) => ({
    vi: `Chỉ tính được từ ${from} đến ${to}.`,
    en: `Dates can be computed only from ${from} to ${to}.`,
  }),
  'calendar.unknown_version': ({ version, known }) => ({
    vi: `Không có lịch phiên bản ${version}; có: ${listed(known)}.`,
    en: `There is no calendar ${version}; there is: ${listed(known)}.`,
  }),
  'calendar.not_a_draft': ({ date }) => ({
    vi: `Ngày ${date} không phải là ngày nghỉ dự kiến chờ phê duyệt.`,
    en: `${date} is no draft holiday that waits for approval.`,
  }),
  'calendar.half_a_swap': ({ date, pairedWith }) => ({
    vi: `Ngày ${date} hoán đổi với ${pairedWith}: phải phê duyệt cả hai.`,
    en: `${date} is swapped with ${pairedWith}: approve both.`,
  }),
  'deadline.cannot_pause': ({ rule }) => ({
    vi: `Luật không cho tạm dừng thời hạn ${rule}.`,
    en: `No law stops the clock of ${rule}.`,
  }),
  'deadline.pause_before_law': ({ on, inForceFrom }) => ({
    vi: `Ngày ${on} chưa có quy định tạm dừng; quy định có hiệu lực từ ${inForceFrom}.`,
    en: `On ${on} no law stopped this clock; it does since ${inForceFrom}.`,
  }),
  'deadline.pauses_overlap': ({ from }) => ({
    vi: `Khoảng tạm dừng từ ${from} bị ngược hoặc chồng lên khoảng khác.`,
    en: `The stop from ${from} runs backward or into another.`,
  }),
  'deadline.cannot_extend': ({ rule }) => ({
    vi: `Thời hạn ${rule} không được gia hạn; chỉ giải quyết tố cáo mới có gia hạn.`,
    en: `${rule} cannot be extended; only the resolution of denunciations can.`,
  }),
  'deadline.extension_undecided': () => ({
    vi: 'Gia hạn phải có quyết định (Mẫu 01).',
    en: 'An extension needs a decision (form 01).',
  }),
  'deadline.extended_too_often': ({ limit }) => ({
    vi: `Chỉ được gia hạn ${limit} lần.`,
    en: `It may be extended only ${limit === 1 ? 'once' : `${limit} times`}.`,
  }),
  'deadline.extended_too_long': ({ most }) => ({
    vi: `Mỗi lần gia hạn không quá ${most} ngày.`,
    en: `One extension is at most ${most} days.`,
  }),
  'deadline.extended_in_advance': ({ decidedOn }) => ({
    vi: `Quyết định gia hạn ngày ${decidedOn} phải sau ngày thụ lý.`,
    en: `The extension of ${decidedOn} must come after acceptance.`,
  }),
  'deadline.extended_too_late': ({ decidedOn }) => ({
    vi: `Ngày ${decidedOn} thời hạn đã hết, không gia hạn được nữa.`,
    en: `By ${decidedOn} the period had run out; it can no longer be extended.`,
  }),
  'clock.paused': () => ({ vi: 'Thời hạn đang tạm dừng.', en: 'The clock is stopped.' }),
  'clock.not_paused': () => ({ vi: 'Thời hạn không tạm dừng.', en: 'The clock is not stopped.' }),
  'clock.completed': () => ({ vi: 'Việc đã hoàn thành.', en: 'The duty is done.' }),
  'unit.unknown': ({ unit, date }) => ({
    vi: `Ngày ${date} không có đơn vị ${unit}.`,
    en: `There was no unit ${unit} on ${date}.`,
  }),
  'unit.no_common_superior': ({ one, other }) => ({
    vi: `${one} và ${other} không có cấp trên chung.`,
    en: `${one} and ${other} have no common superior.`,
  }),
  'facts.invalid': ({ problems }) => ({
    vi: `Dữ kiện chưa đúng: ${listed(problems)}.`,
    en: `The facts cannot be read: ${listed(problems)}.`,
  }),
  'pack.invalid': ({ problems }) => ({
    vi: `Bộ quy tắc có lỗi: ${listed(problems)}.`,
    en: `The rules pack is faulty: ${listed(problems)}.`,
  }),
};

/** The words of a refusal by this engine; undefined for any other error. */
export function refusalWords(error: unknown): Words | undefined {
  return isDomainError(error) ? refusals[error.code]?.(error.details) : undefined;
}

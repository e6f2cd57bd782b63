import { dayMonthYear, words, type LocalizedText } from '@minh-bach/contracts';
import type { Told } from './told.ts';

const SAID = {
  issueWaits: (on: string) =>
    words(`quyết định được ban hành ngày ${on}`, `the decision was issued on ${on}`),
  sendingWaits: (on: string) =>
    words(`quyết định được gửi cho ông/bà ngày ${on}`, `the decision was sent to you on ${on}`),
  receiptWaits: (on: string) =>
    words(`ông/bà nhận quyết định ngày ${on}`, `you received the decision on ${on}`),
} as const;

const COUNTS = {
  issueWaits: words(
    'thời hạn giải quyết được tính đến ngày ghi nhận',
    'the limit of resolution counts until the day of recording',
  ),
  sendingWaits: words(
    'thời hạn gửi được tính đến ngày ghi nhận',
    'the limit of sending counts until the day of recording',
  ),
  receiptWaits: words(
    'thời gian ông/bà được khiếu nại lần hai tính từ ngày ghi nhận',
    'the time in which you may complain again counts from the day of recording',
  ),
} as const;

/** Days that one person at the office said long after: what is recorded, and what counts meanwhile. */
export const waitsOf = ({ open }: Told): LocalizedText[] =>
  (Object.keys(SAID) as (keyof typeof SAID)[]).flatMap((name) => {
    const waits = open?.[name];
    if (!waits) return [];
    const [said, counts] = [SAID[name](dayMonthYear(waits.on)), COUNTS[name]];
    const recorded = dayMonthYear(waits.recordedOn);
    if (waits.isDeclined)
      return [
        words(
          `Ngày ${recorded}, cơ quan ghi nhận rằng ${said.vi}. Ngày đó không được xác nhận: ${counts.vi}, ${recorded}.`,
          `On ${recorded} it was recorded that ${said.en}. That day was not confirmed: ${counts.en}, ${recorded}.`,
        ),
      ];
    return [
      words(
        `Ngày ${recorded}, cơ quan ghi nhận rằng ${said.vi}. Ngày đó chờ người thứ hai xác nhận; trong lúc chờ, ${counts.vi}.`,
        `On ${recorded} it was recorded that ${said.en}. A second person has to confirm that day; until then ${counts.en}.`,
      ),
    ];
  });

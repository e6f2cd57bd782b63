import { logState } from '@minh-bach/contracts';
import type { Language } from '../session/timeline.ts';

type Words = Readonly<Record<Language, string>>;

/** Codes of operations in plain words. */
const CAUSES: Readonly<Record<string, Words>> = {
  POISON: {
    vi: 'dịch vụ không bao giờ xử lý được thông điệp này như hiện nay',
    en: 'the service can never handle this message as it is',
  },
  UNTRANSLATABLE: {
    vi: 'dịch vụ gửi không chuyển được sự kiện này thành thông điệp',
    en: 'the sending service cannot turn this event into a message',
  },
  EVENT_MISSING: {
    vi: 'không tìm thấy sự kiện trong nhật ký: nhật ký có thể đã khôi phục từ bản sao cũ hơn',
    en: 'the event is not in the log: it may have been restored from an older copy',
  },
  INVALID_DATA: {
    vi: 'nội dung thông điệp không đúng dạng đã thống nhất',
    en: 'the message is not of the agreed shape',
  },
  HANDLER_FAILED: {
    vi: 'lỗi lập trình khi xử lý thông điệp',
    en: 'a mistake in the code that handles the message',
  },
  UNKNOWN_MESSAGE_TYPE: {
    vi: 'dịch vụ chưa biết loại thông điệp này, có thể cần phiên bản mới hơn',
    en: 'the service does not know this kind of message; it may need a newer version',
  },
  EVENT_FROM_THE_FUTURE: {
    vi: 'một phiên bản mới hơn đã ghi vào hồ sơ này; chờ dịch vụ được nâng cấp',
    en: 'a newer version has written to this matter; waits until the service is upgraded',
  },
  UNKNOWN_EVENT_TYPE: {
    vi: 'một phiên bản mới hơn đã ghi loại sự kiện chưa biết; chờ dịch vụ được nâng cấp',
    en: 'a newer version has written a kind of event not known here; waits until the service is upgraded',
  },
  NOT_YET: {
    vi: 'chờ dữ liệu từ dịch vụ khác',
    en: 'waits for something of another service',
  },
  QUEUE_FULL: {
    vi: 'quá nhiều thông điệp của cùng một dịch vụ gửi đang chờ; các luồng này được giữ lại, không mất',
    en: 'too many messages of the same sending service wait; these streams are kept, and not lost',
  },
  MORE: {
    vi: 'danh sách chỉ nêu 100 luồng cũ nhất của mỗi dịch vụ gửi; đây là phần còn lại',
    en: 'only the 100 oldest of each sending service are named; these are the rest',
  },
  GAP: { vi: 'chờ một thông điệp đến trước', en: 'waits for a message that comes before' },
  BEHIND: {
    vi: 'đang được xử lý lần lượt cùng các luồng khác',
    en: 'is worked off in turns with other streams',
  },
  REDRIVEN: { vi: 'đang được xử lý lại', en: 'is being tried again' },
  NOT_AUTHENTIC: {
    vi: 'không chứng minh được thông điệp do hệ thống gửi',
    en: 'the message does not prove that the product sent it',
  },
  FORGED_KEY: {
    vi: 'thông điệp đã bị chuyển sang luồng khác trong Kafka',
    en: 'the message was moved to another stream in Kafka',
  },
  NOT_JSON: { vi: 'thông điệp không phải JSON', en: 'the message is not JSON' },
  CHECKPOINT_AHEAD: {
    vi: 'dữ liệu tra cứu đi trước nhật ký: nhật ký có thể đã khôi phục từ bản sao cũ hơn',
    en: 'the rows are ahead of the log: it may have been restored from an older copy',
  },
  FOREIGN_POSITION: {
    vi: 'dữ liệu tra cứu thuộc về một nhật ký khác',
    en: 'the rows belong to another log',
  },
  READ_MODEL_NEWER: {
    vi: 'dữ liệu tra cứu do phiên bản mới hơn tạo ra',
    en: 'the rows were made by a newer version',
  },
  PROJECTION_FAILED: {
    vi: 'phiên bản đang chạy không áp dụng được một sự kiện',
    en: 'the running version cannot apply an event',
  },
  REBUILD_FAILED: {
    vi: 'lỗi khi dựng, chi tiết trong nhật ký của dịch vụ',
    en: "an error while building; more in the service's log",
  },
};

const OTHER: Words = {
  vi: 'một quy tắc của dịch vụ từ chối',
  en: 'a rule of the service refuses it',
};

/** e.g. `the message is not JSON (NOT_JSON)`: words for people, the code for the log. */
export const causeOf = (code: string, language: Language): string =>
  `${(CAUSES[code] ?? logState(code)?.what ?? OTHER)[language]} (${code})`;

import {
  READ_MODELS,
  logState,
  words,
  type HeldStream,
  type LogState,
  type LogTrouble,
  type Operations,
  type ReadModelName,
} from '@minh-bach/contracts';
import { moment, plain, type Language } from '../session/timeline.ts';
import type { Report } from './ask.ts';
import { causeOf } from './causes.ts';

/** Something that stands still until somebody acts, in words. */
export interface Task {
  readonly what: string;
  readonly cause: string;
  /** What to do; a command to copy where there is one. */
  readonly act: string;
  /** Legal clocks that run on meanwhile. */
  readonly clocks: readonly string[];
}

/** What needs somebody, service by service. What passes by itself is no task. */
export const tasksOf = (reports: readonly Report[], language: Language): Task[] =>
  reports.flatMap(({ service, status }) =>
    status ? tasksOfService(status, language) : [away(service, language)],
  );

/** `response.*` tells of several streams of one sender. */
const isSeveral = ({ stream }: HeldStream): boolean => stream.endsWith('.*');

/** How many streams a line of the report tells of. */
export const streamsIn = (held: HeldStream): number => (isSeveral(held) ? held.count : 1);

/** How many things wait or are repaired by themselves. */
export const passingOf = (reports: readonly Report[]): number =>
  reports
    .flatMap(({ status }) => status ?? [])
    .reduce(
      (sum, { readModels, held }) =>
        sum +
        READ_MODELS.filter((name) =>
          ['retrying', 'rebuilding', 'stopped'].includes(readModels[name].state),
        ).length +
        held.filter(({ state }) => state === 'waiting').reduce((n, h) => n + streamsIn(h), 0),
      0,
    );

function tasksOfService(status: Operations, language: Language): Task[] {
  const { messagesFlow, messagesLateSince, unreadable, held, clocksHeld } = status;
  return [
    ...(status.log ?? []).map((trouble) => logTrouble(status, trouble, language)),
    ...READ_MODELS.flatMap((name) => rowsFailed(status, name, language)),
    ...(messagesLateSince === undefined ? [] : [late(status, messagesLateSince, language)]),
    ...(messagesFlow || messagesLateSince !== undefined ? [] : [silent(status, language)]),
    ...held.filter(({ state }) => state === 'parked').map((h) => parked(status, h, language)),
    ...(unreadable.count > 0 ? [unread(status, language)] : []),
    ...(clocksHeld > 0 ? [unjudged(status, language)] : []),
  ];
}

const say = (language: Language, vi: string, en: string): string => (language === 'vi' ? vi : en);

const away = (service: string, language: Language): Task => ({
  what: `${service}: ${say(language, 'dịch vụ không trả lời', 'the service does not answer')}`,
  cause: say(language, 'tiến trình hoặc mạng', 'the process or the network'),
  act: say(language, 'Xem nhật ký và khởi động lại', 'Look into its log and restart it'),
  clocks: [],
});

const silent = ({ service }: Operations, language: Language): Task => ({
  what: `${service}: ${say(language, 'không nhận hoặc không gửi được thông điệp', 'messages do not flow')}`,
  cause: say(
    language,
    'bộ nhận hoặc bộ gửi thông điệp đã dừng',
    'its consumer or its relay stands still',
  ),
  act: say(language, 'Xem nhật ký và khởi động lại', 'Look into its log and restart it'),
  clocks: [],
});

const late = ({ service }: Operations, since: string, language: Language): Task => ({
  what: `${service}: ${say(
    language,
    `thông điệp gửi từ ${moment(since)} chưa đến`,
    `what was sent since ${moment(since)} does not come`,
  )}`,
  cause: say(
    language,
    'Kafka không giao thông điệp, hoặc có chương trình lạ đọc thay dịch vụ này',
    'Kafka does not deliver, or a program that is none of ours reads in its place',
  ),
  act: say(
    language,
    `Người quản trị Kafka: xem ai đang đọc bằng lệnh dưới đây, ngắt chương trình lạ và chặn nó truy cập; khởi động lại không giúp được: ${membersOf(service)}`,
    `Whoever runs Kafka: see who reads, end what is none of ours and shut it out; a restart does not help: ${membersOf(service)}`,
  ),
  clocks: [],
});

const OTHER_STATE: LogState = {
  what: words('Nhật ký sự kiện báo lỗi.', 'The log of events reports an error.'),
  act: words('Xem nhật ký của dịch vụ', 'Look into the log of the service'),
};

function logTrouble({ service }: Operations, trouble: LogTrouble, language: Language): Task {
  const { code, reason, stream, since } = trouble;
  const { what, act } = logState(code, reason) ?? OTHER_STATE;
  const where = stream === null ? '' : ` ${plain(stream)}:`;
  const from = say(language, `từ ${moment(since)}`, `since ${moment(since)}`);
  return {
    what: `${service}:${where} ${what[language]}`,
    cause: [code, ...(reason === null ? [] : [plain(reason)])].join(' ') + `, ${from}`,
    act: act[language],
    clocks: [],
  };
}

const membersOf = (service: string): string =>
  'kafka-consumer-groups.sh --bootstrap-server … --describe --members ' +
  (service === 'gateway' ? '--group gateway' : `--group ${service} --group ${service}_directory`);

/** What stands still with each of the read models. */
const STANDS_STILL: Readonly<Record<ReadModelName, readonly [vi: string, en: string]>> = {
  rights: [
    'dữ liệu về quyền và thời hạn đã dừng cập nhật',
    'what rights and clocks are judged by stands still',
  ],
  lists: [
    'các danh sách đã dừng, chưa xem được; quyền, hồ sơ và thời hạn vẫn hoạt động',
    'lists stand still and cannot be read; rights, matters and clocks go on',
  ],
};

function rowsFailed(
  { service, readModels }: Operations,
  name: ReadModelName,
  language: Language,
): Task[] {
  const { error } = readModels[name];
  if (!error) return [];
  const { code, act, stream, revision } = error;
  const place = stream === null ? '' : ` (${plain(stream)} ${revision ?? ''})`;
  const repair = `mb rebuild ${service} ${name}`;
  return [
    {
      what: `${service}: ${say(language, ...STANDS_STILL[name])}${place}`,
      cause: causeOf(code, language),
      act:
        act === 'developer'
          ? say(
              language,
              `Báo nhóm phát triển; sau khi có bản sửa: ${repair}`,
              `Tell the developers; once it is mended: ${repair}`,
            )
          : (logState(code)?.act[language] ??
            say(
              language,
              `Kiểm tra bản sao lưu và phiên bản; rồi: ${repair}`,
              `Check the backup and the version; then: ${repair}`,
            )),
      clocks: [],
    },
  ];
}

function parked({ service }: Operations, held: HeldStream, language: Language): Task {
  const { stream, since, code, errorId, count, matter, clocks } = held;
  const about = matter === null ? '' : ` · ${say(language, 'hồ sơ', 'matter')} ${plain(matter)}`;
  const counted = isSeveral(held)
    ? say(language, 'luồng', 'streams')
    : say(language, 'thông điệp', count === 1 ? 'message' : 'messages');
  const named = isSeveral(held) ? `'${plain(stream)}'` : plain(stream);
  return {
    what:
      `${service}: ${plain(stream)} ` +
      say(language, `đã dừng từ ${moment(since)}`, `is parked since ${moment(since)}`) +
      `, ${count} ${counted}${about}`,
    cause: causeOf(code, language) + (errorId === null ? '' : ` · ${plain(errorId)}`),
    act: `mb redrive ${service} --stream ${named}`,
    clocks: clocks.map(({ due }) => dayOf(due)),
  };
}

const unread = ({ service, deadLetters, unreadable }: Operations, language: Language): Task => ({
  what:
    `${service}: ${unreadable.count} ` +
    say(language, 'thông điệp không đọc được', 'unreadable messages') +
    (unreadable.notKept === 0
      ? ''
      : say(
          language,
          `, trong đó ${unreadable.notKept} chỉ được đếm, nội dung còn trong Kafka`,
          `, of which ${unreadable.notKept} are only counted and still lie in Kafka`,
        )),
  cause: [...new Set(deadLetters.map(({ code }) => causeOf(code, language)))].join('; '),
  act: `mb redrive ${service}`,
  clocks: [],
});

const unjudged = ({ service, clocksHeld }: Operations, language: Language): Task => ({
  what:
    `${service}: ${clocksHeld} ` +
    say(
      language,
      'thời hạn đã qua nhưng không xét được, cấp trên chưa được báo',
      'clocks ran out and cannot be judged; no superior has been told',
    ),
  cause: say(language, 'xem nhật ký của dịch vụ', 'its log says why'),
  act: say(language, 'Báo nhóm phát triển', 'Tell the developers'),
  clocks: [],
});

const dayOf = (due: string): string => due.slice(0, 10).split('-').reverse().join('/');

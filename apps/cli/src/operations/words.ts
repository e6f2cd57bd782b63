import { READ_MODELS, type Operations, type ReadModelName } from '@minh-bach/contracts';
import { moment, type Language } from '../session/timeline.ts';
import type { Report } from './ask.ts';
import { passingOf, streamsIn, tasksOf, type Task } from './tasks.ts';

const WORDS = {
  vi: {
    heads: [
      'Dịch vụ',
      'Quyền, thời hạn',
      'Danh sách',
      'Thông điệp',
      'Đã dừng',
      'Đang chờ',
      'Không đọc được',
    ],
    clock: 'Hạn pháp lý',
    cause: 'Nguyên nhân',
    act: 'Xử lý',
    away: 'không trả lời',
    flow: { true: 'thông suốt', false: 'đã dừng' },
    states: {
      stopped: 'chưa chạy',
      standby: 'dự phòng',
      running: 'bình thường',
      rebuilding: 'đang dựng lại',
      retrying: 'đang thử lại',
      failed: 'đã dừng',
    },
    behind: 'đang đuổi kịp',
  },
  en: {
    heads: ['Service', 'Rights, clocks', 'Lists', 'Messages', 'Parked', 'Waiting', 'Unreadable'],
    clock: 'Legal clock',
    cause: 'Cause',
    act: 'To do',
    away: 'no answer',
    flow: { true: 'flow', false: 'stopped' },
    states: {
      stopped: 'not running',
      standby: 'standing by',
      running: 'well',
      rebuilding: 'rebuilding',
      retrying: 'trying again',
      failed: 'stopped',
    },
    behind: 'catching up',
  },
} as const;

/** One sentence, what to do, and a table of all services. */
export function statusText(reports: readonly Report[], now: Date, language: Language): string {
  const tasks = tasksOf(reports, language);
  return [
    sentence(tasks.length, passingOf(reports), moment(now.toISOString()).slice(-5), language),
    ...tasks.map((task, i) => taskText(task, i + 1, language)),
    table([WORDS[language].heads, ...reports.map((report) => rowOf(report, language))]),
  ].join('\n\n');
}

/** "2 việc cần xử lý", or that all is well. */
function sentence(tasks: number, passing: number, time: string, language: Language): string {
  const checked = language === 'vi' ? `kiểm tra lúc ${time}` : `checked at ${time}`;
  if (tasks > 0)
    return language === 'vi'
      ? `${tasks} việc cần xử lý, ${checked}`
      : `${tasks} ${tasks === 1 ? 'thing needs' : 'things need'} attention, ${checked}`;
  if (passing > 0)
    return language === 'vi'
      ? `Không có việc cần xử lý, ${passing} việc đang tự xử lý lại, ${checked}`
      : `Nothing needs attention, ${passing} being tried again by itself, ${checked}`;
  return language === 'vi'
    ? `Mọi dịch vụ bình thường, ${checked}`
    : `All services are well, ${checked}`;
}

function taskText({ what, cause, act, clocks }: Task, number: number, language: Language): string {
  const words = WORDS[language];
  return [
    `${number}. ${what}`,
    ...clocks.map((clock) => `   ${words.clock}: ${clock}`),
    `   ${words.cause}: ${cause}`,
    `   ${words.act}: ${act}`,
  ].join('\n');
}

function rowOf({ service, status }: Report, language: Language): readonly string[] {
  const words = WORDS[language];
  if (!status) return [service, words.away, '-', '-', '-', '-', '-'];
  const { held, unreadable, messagesFlow } = status;
  const count = (state: 'parked' | 'waiting') =>
    held.filter((h) => h.state === state).reduce((sum, h) => sum + streamsIn(h), 0);
  return [
    service,
    // The gateway has no rows of its own.
    ...READ_MODELS.map((name) =>
      service === 'gateway' ? '-' : readModelWord(status.readModels[name], language),
    ),
    words.flow[messagesFlow ? 'true' : 'false'],
    String(count('parked')),
    String(count('waiting')),
    String(unreadable.count),
  ];
}

function readModelWord(
  { state, caughtUp, rebuild }: Operations['readModels'][ReadModelName],
  language: Language,
): string {
  const words = WORDS[language];
  if (rebuild?.phase === 'building' || rebuild?.phase === 'swapping')
    return words.states.rebuilding;
  return state === 'running' && !caughtUp ? words.behind : words.states[state];
}

/** Columns as wide as their widest entry. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

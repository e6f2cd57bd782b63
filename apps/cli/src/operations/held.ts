import { moment, plain, type Language } from '../session/timeline.ts';
import type { Report } from './ask.ts';
import { causeOf } from './causes.ts';

const WORDS = {
  vi: {
    parked: 'đã dừng',
    waiting: 'đang chờ',
    unreadable: 'không đọc được',
    away: 'không trả lời',
    more: (n: number) => `và ${n} thông điệp không đọc được nữa`,
    none: 'Không có thông điệp nào bị giữ lại.',
  },
  en: {
    parked: 'parked',
    waiting: 'waiting',
    unreadable: 'unreadable',
    away: 'no answer',
    more: (n: number) => `and ${n} more that are unreadable`,
    none: 'Nothing is held back.',
  },
} as const;

/** One line a stream or message that is held back: codes, places and counts. */
export function heldText(reports: readonly Report[], language: Language): string {
  const words = WORDS[language];
  const lines = reports.flatMap(({ service, status }) => {
    if (!status) return [`${service}  ${words.away}`];
    const { held, deadLetters, unreadable } = status;
    const more = unreadable.count - deadLetters.length;
    return [
      ...held.map(({ stream, state, since, code, errorId, count }) =>
        [
          service,
          plain(stream),
          words[state],
          moment(since),
          `× ${count}`,
          causeOf(code, language),
          plain(errorId ?? ''),
        ]
          .join('  ')
          .trimEnd(),
      ),
      ...deadLetters.map(({ place, since, code }) =>
        [service, plain(place), words.unreadable, moment(since), causeOf(code, language)].join(
          '  ',
        ),
      ),
      ...(more > 0 ? [`${service}  ${words.more(more)}`] : []),
    ];
  });
  return lines.length > 0 ? lines.join('\n') : words.none;
}

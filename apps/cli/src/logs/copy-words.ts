import type { CopiedLog, CopyProgress } from '@minh-bach/event-store';
import { isDomainError } from '@minh-bach/kernel';
import type { Words } from '@minh-bach/rules';
import { ADDRESS_WORDS, BadAddress } from './open-log.ts';

/** How far something is that goes through a log, or through files. */
export type Progress =
  | { readonly phase: CopyProgress['phase'] | 'exporting'; readonly events: number }
  | { readonly phase: 'files'; readonly files: number };

const PHASES: Record<Progress['phase'], Words> = {
  comparing: { vi: 'so sánh phần đã có', en: 'comparing what is there' },
  copying: { vi: 'sao chép', en: 'copying' },
  proving: { vi: 'đọc lại cả hai để đối chiếu', en: 'reading both again to compare' },
  exporting: { vi: 'xuất nhật ký', en: 'exporting the log' },
  files: { vi: 'sao chép tệp', en: 'copying files' },
};

export const countOf = (progress: Progress): number =>
  progress.phase === 'files' ? progress.files : progress.events;

/** e.g. `sao chép / copying: 1200 sự kiện / events, 400/s`. */
export function progressText(progress: Progress, perSecond: number): string {
  const { vi, en } = PHASES[progress.phase];
  const unit = progress.phase === 'files' ? 'tệp / files' : 'sự kiện / events';
  return `${vi} / ${en}: ${countOf(progress)} ${unit}, ${perSecond}/s`;
}

export function copiedText({ events, copied, digest, upTo, sourceGrew }: CopiedLog): string {
  const proof = [
    `Hai nhật ký giống nhau: ${events} sự kiện, lần này thêm ${copied}. / Both logs are the same: ${events} events, ${copied} added by this run.`,
    `SHA-256, nguồn và đích / source and target: ${digest}`,
    `Đến vị trí / up to position: ${upTo}`,
  ];
  const grew =
    'CHƯA XONG: trong lúc đó nhật ký nguồn đã dài thêm. Hãy dừng các dịch vụ rồi chạy lại lệnh này. / ' +
    'NOT DONE: meanwhile the source has grown. Stop the services, then run this again.';
  return [...proof, ...(sourceGrew ? [grew] : [])].join('\n');
}

const OTHER: Words = {
  vi: 'Việc sao chép bị gián đoạn. Chạy lại lệnh này: lệnh sẽ tiếp tục từ chỗ đã đến.',
  en: 'The copy was interrupted. Run this again: it goes on where it was.',
};

const REFUSALS: Readonly<Record<string, Words>> = {
  DATA_IN_USE: {
    vi: 'Hệ thống đang chạy trên thư mục dữ liệu này. Hãy dừng lại rồi chạy lại lệnh này.',
    en: 'The product runs on this data folder. Stop it, then run this again.',
  },
  SAME_LOG: {
    vi: 'Nguồn và đích là một nhật ký, hoặc nhật ký này là bản sao lưu của nhật ký kia.',
    en: 'Source and target are one log, or one is a backup of the other.',
  },
  LOG_DIFFERS: {
    vi: 'Đích có nội dung khác nguồn, nên không thêm gì từ đây. Hãy dùng một nhật ký trống.',
    en: 'The target holds something else than the source, so nothing was added from here on. Use an empty log.',
  },
  TARGET_LONGER: {
    vi: 'Đích có mọi sự kiện của nguồn, và có thêm sự kiện khác.',
    en: 'The target holds all events of the source, and others behind them.',
  },
  TARGET_CHANGED: {
    vi: 'Có tiến trình khác đang ghi vào đích, hoặc nguồn thiếu phần đầu của luồng này. Hãy dừng tiến trình đó rồi chạy lại.',
    en: 'Another process writes to the target, or the source lacks the beginning of this stream. Stop that process, then run this again.',
  },
  COPY_DIFFERS: {
    vi: 'KHÔNG DÙNG ĐÍCH NÀY: đọc lại thì hai nhật ký khác nhau.',
    en: 'DO NOT USE THIS TARGET: read again, the two logs differ.',
  },
  STORE_NOT_DURABLE: {
    vi: 'Một trong hai cơ sở dữ liệu không chờ ổ đĩa (fsync, synchronous_commit hoặc full_page_writes bị tắt).',
    en: 'One of the databases does not wait for the disk (fsync, synchronous_commit or full_page_writes is off).',
  },
};

export interface Refusal {
  readonly code: string;
  readonly message: Words;
  readonly [detail: string]: unknown;
}

/** What to tell of a copy that did not come to its end. @param more words of those who do more than copy */
export function refusalOf(error: unknown, more: Readonly<Record<string, Words>> = {}): Refusal {
  const wordsOf = (code: string): Words => more[code] ?? REFUSALS[code] ?? OTHER;
  if (error instanceof BadAddress) return { code: error.why, message: ADDRESS_WORDS[error.why] };
  if (isDomainError(error))
    return { ...error.details, code: error.code, message: wordsOf(error.code) };
  const code: unknown = Reflect.get(Object(error), 'code');
  if (typeof code !== 'string') return { code: 'INTERRUPTED', message: OTHER };
  return { code, message: wordsOf(code) };
}

/** @returns the exit code */
export function printStop(error: Refusal, json: boolean): number {
  if (json) console.log(JSON.stringify({ error }));
  const { code, message, ...details } = error;
  console.error(`${message.vi}\n${message.en}\n${code} ${JSON.stringify(details)}`);
  return 1;
}

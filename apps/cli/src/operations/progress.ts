import type { Rebuild } from '@minh-bach/contracts';
import type { Language } from '../session/timeline.ts';
import { causeOf } from './causes.ts';

const PHASES = {
  vi: {
    building: 'đang dựng lại',
    swapping: 'đang thay thế',
    done: 'xong',
    failed: 'không thành, dữ liệu cũ vẫn giữ nguyên',
  },
  en: {
    building: 'rebuilding',
    swapping: 'swapping',
    done: 'done',
    failed: 'failed, the old rows stand as they were',
  },
} as const;

export const STARTED = {
  vi: 'Đã bắt đầu. Có thể rời đi, việc vẫn chạy; xem lại bằng: mb status',
  en: 'It has begun. You may leave, it goes on; look again by: mb status',
};

export const LOST = {
  vi: 'Dịch vụ đã khởi động lại hoặc một tiến trình khác trả lời, nên không rõ tiến độ. Chạy lại lệnh này vẫn an toàn.',
  en: 'The service was restarted or another process answers, so nothing is known of it. It is safe to run this again.',
};

export const UNREACHABLE = {
  vi: 'Dịch vụ không trả lời. Hãy xem: mb status',
  en: 'The service does not answer. Look by: mb status',
};

/** e.g. `đang dựng lại: 10 / 40 sự kiện (25 %), 10/s`. */
export function progressLine(
  { phase, done, total, eventsPerSecond, code }: Rebuild,
  language: Language,
): string {
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const events = language === 'vi' ? 'sự kiện' : 'events';
  const why = code === null ? '' : `: ${causeOf(code, language)}`;
  return `${PHASES[language][phase]}: ${done} / ${total} ${events} (${percent} %), ${eventsPerSecond}/s${why}`;
}

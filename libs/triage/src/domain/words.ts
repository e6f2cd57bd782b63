import { TRIAGE_STATE_WORDS, type LocalizedText } from '@minh-bach/contracts';
import type { SettlePetition } from './petition.commands.ts';
import type { Taken } from './petition.state.ts';

export const STATE_WORDS: Readonly<Record<Taken['is'] | 'merged', LocalizedText>> = {
  ...TRIAGE_STATE_WORDS,
  settled: { vi: 'Đã xử lý, không mở vụ việc', en: 'Settled without a case' },
};

/** Instead of its state, while it waits. */
export const AWAITING_WORDS: LocalizedText = {
  vi: 'Chờ người thứ hai xác nhận',
  en: 'Awaits a second person',
};

/** Instead of its state: it waits for the directory to name somebody. */
export const NOBODY_WORDS: LocalizedText = {
  vi: 'Không có người được xử lý, cần báo quản trị viên',
  en: 'Nobody may handle it: tell an administrator',
};

export const OUTCOME_WORDS: Readonly<Record<SettlePetition['outcome'], LocalizedText>> = {
  not_accepted: { vi: 'Không thụ lý', en: 'Not accepted' },
  guided: { vi: 'Hướng dẫn người gửi đơn', en: 'Sender guided' },
  transferred: { vi: 'Chuyển cơ quan có thẩm quyền', en: 'Transferred to the competent body' },
  filed: { vi: 'Lưu đơn', en: 'Filed, no processing' },
};

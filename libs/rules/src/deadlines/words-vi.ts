// Version 1 of the words in Vietnamese. Events name it, so what it says never changes: other words are a
// version 2, in files of their own.
import { parseMoment, weekdayOf } from '../days.ts';
import { eventNames } from '../pack/pack.ts';
import type { Unit } from '../pack/schema.ts';
import type { DeadlineStep, Explainable } from './deadline.ts';
import type { SentenceFacts } from './explain.ts';

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

const UNITS: Record<Unit, string> = {
  calendar_day: 'ngày',
  working_day: 'ngày làm việc',
  working_hour: 'giờ làm việc',
  hour: 'giờ (tính cả đêm và ngày nghỉ)',
  minute: 'phút (tính cả đêm và ngày nghỉ)',
  year: 'năm',
  immediate: 'ngay',
  day_unspecified: 'ngày',
  session_per_month: 'ngày trong tháng',
};

const length = (value: number, unit: Unit): string =>
  unit === 'immediate' ? 'làm ngay' : `${Math.abs(value)} ${UNITS[unit]}`;

/** 03/07/2026; with the time when there is one: 16:30 ngày 10/07/2026. */
function date(iso: string): string {
  const plain = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return iso.includes('T') ? `${iso.slice(11, 16)} ngày ${plain}` : plain;
}

const dated = (iso: string): string =>
  `${date(iso)} (${WEEKDAYS[weekdayOf(parseMoment(iso).day)]})`;

const named = (days: readonly string[], nameOf: SentenceFacts['restName']): string =>
  days.map((day) => `${date(day)} (${nameOf(day).vi})`).join(', ');

export function heading({ name, source, legal, counted }: Explainable): string {
  const before = counted.value < 0 ? ' trước' : '';
  return legal
    ? `${name.vi}: ${length(counted.value, counted.unit)}${before}, theo ${source.law}.`
    : `${name.vi}: ${length(counted.value, counted.unit)}, chỉ tiêu nội bộ, không phải thời hạn luật định.`;
}

export function ending({ due, safeDue, legal }: Explainable): string {
  const limit = legal ? 'Hạn' : 'Chỉ tiêu';
  const end = due.includes('T') ? `${limit}: ${dated(due)}.` : `${limit}: hết ngày ${dated(due)}.`;
  return safeDue === due ? end : `${end} Nên hoàn thành chậm nhất ngày ${dated(safeDue)}.`;
}

export function sentence(step: DeadlineStep, facts: SentenceFacts): string {
  switch (step.kind) {
    case 'start': {
      const event = eventNames[step.event]?.vi ?? step.event;
      const basis = step.excluded
        ? `; ngày này không tính (${step.basis})`
        : `, theo ${step.basis}`;
      return `Bắt đầu: ${event}, ${dated(facts.start)}${basis}.`;
    }
    case 'count':
      if (facts.unit === 'immediate') return 'Phải làm ngay; hết ngày mà chưa làm là chậm.';
      if (facts.unit === 'session_per_month')
        return `Chậm nhất ngày cuối tháng, ${date(facts.unrolled)}.`;
      return step.value < 0
        ? `Đếm lùi ${length(step.value, facts.unit)}, từ ${date(step.from)} về ${date(facts.unrolled)}.`
        : `Đếm ${length(step.value, facts.unit)}, từ ${date(step.from)} đến ${date(facts.unrolled)}.`;
    case 'assume_midnight':
      return `Không có giờ nên tính từ 00:00 ngày ${date(facts.start)}.`;
    case 'skip':
      return `Không tính ${named(step.days, facts.restName)}.`;
    case 'pause':
      return step.to === null
        ? `Tạm dừng tính hạn từ ${date(step.from)} (${step.basis}).`
        : `Không tính ${step.days} ngày từ ${date(step.from)} đến trước ${date(step.to)} (${step.basis}).`;
    case 'extend':
      return `Gia hạn ${step.days} ngày theo Quyết định ${step.decision} ngày ${date(step.decidedOn)} (${step.basis}).`;
    case 'roll':
      return `Ngày cuối ${dated(facts.unrolled)} là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo, ${dated(facts.due)} (${step.basis}).`;
    case 'rest_day':
      return `Ngày ${date(facts.due)} là ngày nghỉ (${facts.restName(facts.due).vi}); hạn giữ nguyên, không dời về sau.`;
    case 'other_text':
      return `${step.law} vẫn quy định ${length(step.value, step.unit)}: hết ngày ${dated(step.due)}.`;
    case 'unit_unclear':
      return `Văn bản không nói rõ ngày làm việc hay ngày thường; nếu là ngày làm việc thì hạn là ${date(step.other)}.`;
    case 'draft':
      return `Dự kiến nghỉ nhưng chưa được phê duyệt nên chưa tính là ngày nghỉ: ${named(step.days, facts.draftName)}.`;
    case 'provisional':
      return `Tạm tính: lịch nghỉ mới được xác nhận từ ${date(facts.confirmed.from)} đến ${date(facts.confirmed.through)}.`;
  }
}

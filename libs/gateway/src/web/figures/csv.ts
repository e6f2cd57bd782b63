import type { FigureLine, PublicFigures } from '@minh-bach/contracts';
import type { Language } from '../drawing.ts';

const HEADS = {
  vi: [
    ...['don_vi', 'thang', 'don_nhan', 'da_giai_quyet', 'dung_han_phan_tram', 'con_qua_han'],
    ...['trung_vi_ngay', 'khieu_nai_dung', 'dung_mot_phan', 'sai_toan_bo'],
  ],
  en: [
    ...['office', 'month', 'received', 'settled', 'in_time_percent', 'still_late'],
    ...['median_days', 'upheld', 'partly_upheld', 'dismissed'],
  ],
} as const;
const ALL = { vi: 'Tất cả', en: 'All' };
const SIGN = { exactly: '', at_least: '>=', at_most: '<=' };

/** RFC 4180, with a mark for spreadsheets that it is UTF-8; what is hidden is an empty field. */
export function figuresCsv({ month, total, units }: PublicFigures, language: Language): string {
  const line = (name: string, of: FigureLine) => [
    ...[name, month, of.received, of.settled],
    of.inTime === null ? null : `${SIGN[of.inTime.is]}${of.inTime.percent}`,
    ...[of.late, of.medianDays, of.upheld, of.partlyUpheld, of.dismissed],
  ];
  const rows = [
    HEADS[language],
    line(ALL[language], total),
    ...units.map((unit) => line(unit.name[language], unit)),
  ];
  return `\uFEFF${rows.map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

const fieldOf = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  // A name is never a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

import {
  ROLE_WORDS,
  isServiceName,
  serviceWords,
  type HistoryEntry,
  type matterHistorySchema,
} from '@minh-bach/contracts';
import type { z } from 'zod';

export type Language = 'vi' | 'en';

const WORDS = {
  vi: {
    closed: { identity: 'kín (danh tính)', working: 'kín (nghiệp vụ)' },
    occurred: 'xảy ra',
    due: 'hạn',
    policy: 'quy định của hệ thống',
    provisional: 'tạm tính',
    deputy: 'thay mặt',
    rules: 'bộ quy tắc',
    calendar: 'lịch',
    state: 'Trạng thái',
    pending: 'Chưa trả lời, lịch sử có thể thiếu',
    withheld: 'Không có quyền xem phần (nếu có) của',
    none: 'Chưa có sự kiện nào.',
    system: 'Hệ thống',
  },
  en: {
    closed: { identity: 'closed (identity)', working: 'closed (working)' },
    occurred: 'happened',
    due: 'due',
    policy: "the product's policy",
    provisional: 'provisional',
    deputy: 'for',
    rules: 'rules',
    calendar: 'calendar',
    state: 'State',
    pending: 'No answer, the history may lack parts of',
    withheld: 'Not yours to see, if there is any: parts of',
    none: 'Nothing has happened yet.',
    system: 'The system',
  },
} as const;

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `03/12/2026 08:14`, in Việt Nam. */
export function moment(iso: string): string {
  const part = Object.fromEntries(
    clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  return `${part['day']}/${part['month']}/${part['year']} ${part['hour']}:${part['minute']}`;
}

/** What is known by its day only is kept as that day's midnight. */
function dayOrMoment(iso: string): string {
  const shown = moment(iso);
  return shown.endsWith(' 00:00') ? shown.slice(0, 10) : shown;
}

/** A matter's history for reading in a terminal, oldest first. */
export function timeline(
  { entries, pending, withheld }: z.infer<typeof matterHistorySchema>,
  language: Language,
): string {
  const words = WORDS[language];
  const warnings = [
    ...(pending.length > 0 ? [`! ${words.pending}: ${pending.join(', ')}`] : []),
    ...(withheld.length > 0 ? [`! ${words.withheld}: ${withheld.join(', ')}`] : []),
  ];
  const blocks = entries.map((entry) => block(entry, language));
  return [...(blocks.length > 0 ? blocks : [words.none]), ...warnings].join('\n\n');
}

function block(entry: HistoryEntry, language: Language): string {
  const words = WORDS[language];
  const { actor } = entry;
  const late =
    moment(entry.occurredAt) === moment(entry.recordedAt)
      ? ''
      : ` (${words.occurred} ${dayOrMoment(entry.occurredAt)})`;
  const who = whoActed(actor, language);
  const deputy =
    actor.deputyFor === undefined
      ? ''
      : `, ${words.deputy} ${actor.deputyForName ?? actor.deputyFor}`;
  return [
    `${moment(entry.recordedAt)}${late}  ${plain(entry.summary[language])}`,
    ...(who.length > 0 ? [`  ${plain(who.join(', ') + deputy)}`] : []),
    ...entry.changes.map(
      (change) => `  - ${plain(change.label[language])}: ${plain(shown(change, language))}`,
    ),
    ...entry.rules.map((rule) => `  § ${plain(ruleText(rule, language))}`),
    ...(entry.state ? [`  → ${words.state}: ${plain(entry.state[language])}`] : []),
  ].join('\n');
}

/** A role that only a newer service knows is shown as it comes. */
const roleOf = (role: string, language: Language): string => {
  const known: Readonly<Record<string, { vi: string; en: string }>> = ROLE_WORDS;
  return known[role]?.[language].toLowerCase() ?? role;
};

function whoActed(actor: HistoryEntry['actor'], language: Language): readonly string[] {
  if (actor.role === 'public') return [];
  const { person, name, role, unit, unitName } = actor;
  if (actor.role !== 'system')
    return [name ?? person, roleOf(role, language), unitName?.[language] ?? unit];
  const { system } = WORDS[language];
  const part = person.replace(/^system:/, '');
  return [
    isServiceName(part) ? `${system} (${serviceWords(part)[language].toLowerCase()})` : system,
  ];
}

function shown(change: HistoryEntry['changes'][number], language: Language): string {
  if (change.closed !== undefined) return `[${WORDS[language].closed[change.closed]}]`;
  const { value } = change;
  return value === null ? '—' : typeof value === 'string' ? value : value[language];
}

function ruleText(rule: HistoryEntry['rules'][number], language: Language): string {
  const words = WORDS[language];
  const source = rule.legal ? rule.law : words.policy;
  const provisional = rule.provisional ? `, ${words.provisional}` : '';
  const due =
    rule.due === undefined
      ? ''
      : ` (${words.due} ${rule.due.slice(0, 10).split('-').reverse().join('/')}${provisional})`;
  const version = rule.version === undefined ? '' : ` · ${words.rules} ${rule.version}`;
  const calendar = rule.calendar === undefined ? '' : ` · ${words.calendar} ${rule.calendar}`;
  return (
    [rule.rule, source].filter((part) => part !== '').join(' · ') +
    `${version}${calendar}${due}: ${rule.explanation[language]}`
  );
}

/** Nothing that a terminal would take for a command. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');

import {
  ROLE_WORDS,
  peopleListSchema,
  type ListedPerson,
  type ListedPost,
} from '@minh-bach/contracts';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';

const usage = {
  vi: '[TỪ…] [--unit ĐƠN-VỊ] [--json] [--lang en]: người và vị trí theo từng đơn vị, kể cả vị trí đã kết thúc (quản trị viên)',
  en: '[WORD…] [--unit UNIT] [--json] [--lang en]: people and posts by unit, ended ones among them (administrators)',
};

const WORDS = {
  vi: {
    none: 'Không tìm thấy ai.',
    without: 'Không giữ vị trí nào',
    leads: 'đứng đầu đơn vị',
    closed: 'tài khoản đã đóng từ',
    until: (from: string, to: string | null) =>
      to === null ? `từ ${from}` : `từ ${from} đến hết ${to}`,
    period: { now: '', coming: 'chưa bắt đầu', ended: 'đã kết thúc' },
  },
  en: {
    none: 'Nobody was found.',
    without: 'Without any post',
    leads: 'leads the unit',
    closed: 'account closed since',
    until: (from: string, to: string | null) =>
      to === null ? `from ${from}` : `from ${from} to ${to} inclusive`,
    period: { now: '', coming: 'has not begun', ended: 'ended' },
  },
} as const;

type Language = keyof typeof WORDS;

export const peopleCommand = (call: typeof callApi): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        allowPositionals: true,
        options: {
          unit: { type: 'string' },
          json: { type: 'boolean', default: false },
          lang: { type: 'string', default: 'vi' },
        },
      },
      `mb people ${usage.vi}\nmb people ${usage.en}`,
      () => true,
    );
    if (parsed === undefined) return 2;
    const { unit, json, lang } = parsed.values;
    return explained(async () => {
      const q = parsed.positionals.join(' ');
      const items = await readAll(call, {
        ...(unit === undefined ? {} : { unit }),
        ...(q === '' ? {} : { q }),
      });
      if (items === undefined) return 1;
      const language: Language = lang === 'en' ? 'en' : 'vi';
      console.log(json ? JSON.stringify(items, null, 2) : listText(items, language, unit));
      return 0;
    });
  },
});

/** @returns `undefined` where a page is refused: the problem is on stderr */
async function readAll(
  call: typeof callApi,
  asked: object,
): Promise<readonly ListedPerson[] | undefined> {
  const items: ListedPerson[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const response = await call('/api/directory/people', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ ...asked, limit: 50, ...(cursor ? { cursor } : {}) }),
    });
    if (!response.ok) {
      console.error(await problemOf(response));
      return undefined;
    }
    const page = peopleListSchema.parse(await response.json());
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** By unit, each with its people; whoever has no post stands last. */
export function listText(
  people: readonly ListedPerson[],
  language: Language,
  only?: string,
): string {
  const words = WORDS[language];
  if (people.length === 0) return words.none;
  const units = new Map<string, { title: string; lines: string[] }>();
  const put = (key: string, title: string, line: string) => {
    const unit = units.get(key) ?? { title, lines: [] };
    units.set(key, { title, lines: [...unit.lines, line] });
  };
  for (const person of people)
    for (const post of person.posts)
      if (only === undefined || post.unit.id === only)
        put(
          post.unit.id,
          `${post.unit.name[language]} (${post.unit.id})`,
          lineOf(person, post, language),
        );
  const sorted = [...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit);
  const without = people
    .filter(({ posts }) => posts.length === 0)
    .map((person) => `  ${nameOf(person, language)}`);
  const last = without.length === 0 ? [] : [{ title: words.without, lines: without }];
  return [...sorted, ...last].map(({ title, lines }) => [title, ...lines].join('\n')).join('\n\n');
}

function nameOf({ name, id, closedOn }: ListedPerson, language: Language): string {
  const closed = closedOn === null ? '' : `, ${WORDS[language].closed} ${closedOn}`;
  return `${name} (${id}${closed})`;
}

function lineOf(person: ListedPerson, post: ListedPost, language: Language): string {
  const words = WORDS[language];
  const roles = post.roles.map((role) => `${ROLE_WORDS[role][language]} [${role}]`).join(', ');
  const notes = [post.leads ? words.leads : '', words.period[post.period]].filter(Boolean);
  return [
    `  ${nameOf(person, language)}`,
    `    ${post.id}: ${post.title[language]}; ${words.until(post.from, post.to)}${notes.map((note) => `; ${note}`).join('')}`,
    `    ${roles}`,
  ].join('\n');
}

export default peopleCommand(callApi);

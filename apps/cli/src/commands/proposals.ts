import { proposalsSchema, type Proposals } from '@minh-bach/contracts';
import { readArgs } from '../answer.ts';
import { entryText } from '../directory/entry-text.ts';
import type { CliCommand } from '../main.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { readPages } from '../session/pages.ts';
import { moment } from '../session/timeline.ts';

const usage = {
  vi: '[--all] [--json] [--lang en]: các thay đổi chờ quản trị viên thứ hai, hoặc cả những đề xuất đã xong',
  en: '[--all] [--json] [--lang en]: changes that wait for a second administrator, or those decided, too',
};

const WORDS = {
  vi: {
    none: 'Không có đề xuất nào.',
    open: 'chờ quyết định đến',
    confirmed: 'đã xác nhận:',
    declined: 'đã từ chối:',
    ended: 'đã hết hạn',
    by: 'đề xuất:',
  },
  en: {
    none: 'There are no proposals.',
    open: 'waits until',
    confirmed: 'confirmed by',
    declined: 'declined by',
    ended: 'ended by itself',
    by: 'proposed by',
  },
} as const;

type Words = (typeof WORDS)['vi' | 'en'];

export const proposalsCommand = (call: typeof callApi): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        options: {
          all: { type: 'boolean', default: false },
          json: { type: 'boolean', default: false },
          lang: { type: 'string', default: 'vi' },
        },
      },
      `mb proposals ${usage.vi}\nmb proposals ${usage.en}`,
      () => true,
    );
    if (parsed === undefined) return 2;
    const { all, json, lang } = parsed.values;
    return explained(async () => {
      const view = all ? 'all' : 'open';
      const path = `/api/directory/proposals?view=${view}&limit=50`;
      const items = await readPages(call, path, proposalsSchema);
      if (items === undefined) return 1;
      const words = WORDS[lang === 'en' ? 'en' : 'vi'];
      console.log(json ? JSON.stringify({ items }, null, 2) : listText(items, words));
      return 0;
    });
  },
});

function listText(items: Proposals['items'], words: Words): string {
  if (items.length === 0) return words.none;
  return items
    .map((one) => {
      const { id, entry, before, proposedBy, proposedAt } = one;
      return [
        `${id}  ${standing(one, words)}`,
        `  ${words.by} ${proposedBy.name}, ${moment(proposedAt)}`,
        `  ${entryText(entry, before)}`,
      ].join('\n');
    })
    .join('\n\n');
}

function standing({ state, endsAt, decidedBy }: Proposals['items'][number], words: Words): string {
  if (state === 'open') return `${words.open} ${moment(endsAt)}`;
  return decidedBy === null ? words[state] : `${words[state]} ${decidedBy.name}`;
}

export default proposalsCommand(callApi);

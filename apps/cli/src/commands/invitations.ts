import { invitationsSchema, type OpenInvitations } from '@minh-bach/contracts';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';
import { moment } from '../session/timeline.ts';

const usage = {
  vi: '[--json] [--lang en]: các lời mời còn hiệu lực, và lời mời nào còn chờ mã (quản trị viên)',
  en: '[--json] [--lang en]: open invitations, and which of them wait for a code (administrators)',
};

const WORDS = {
  vi: {
    none: 'Không có lời mời nào đang chờ.',
    by: 'người mời:',
    until: 'đến',
    given: 'mã do người này cấp:',
    may: 'chờ mã: mb invite-code',
    other: 'chờ quản trị viên khác lấy mã',
  },
  en: {
    none: 'No invitation is open.',
    by: 'invited by',
    until: 'until',
    given: 'code given by',
    may: 'waits for its code: mb invite-code',
    other: 'waits for another administrator to get the code',
  },
} as const;

export const invitationsCommand = (call: typeof callApi): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        options: {
          json: { type: 'boolean', default: false },
          lang: { type: 'string', default: 'vi' },
        },
      },
      `mb invitations ${usage.vi}\nmb invitations ${usage.en}`,
      () => true,
    );
    if (parsed === undefined) return 2;
    const { json, lang } = parsed.values;
    return explained(async () => {
      const response = await call('/api/accounts/invitations');
      if (!response.ok) {
        console.error(await problemOf(response));
        return 1;
      }
      const { items } = invitationsSchema.parse(await response.json());
      const words = WORDS[lang === 'en' ? 'en' : 'vi'];
      const text = items.map((item) => lineOf(item, words)).join('\n') || words.none;
      console.log(json ? JSON.stringify(items, null, 2) : text);
      return 0;
    });
  },
});

function lineOf(
  { person, invitedBy, expiresAt, codeBy, mayDrawCode }: OpenInvitations['items'][number],
  words: (typeof WORDS)['vi' | 'en'],
): string {
  const waits = mayDrawCode ? `${words.may} ${person.id}` : words.other;
  const code = codeBy === null ? waits : `${words.given} ${codeBy.name}`;
  const invited = `${words.by} ${invitedBy.name}, ${words.until} ${moment(expiresAt)}`;
  return `${person.name} (${person.id}): ${invited}; ${code}`;
}

export default invitationsCommand(callApi);

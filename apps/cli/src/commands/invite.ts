import { z } from 'zod';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';
import { moment } from '../session/timeline.ts';

const usage = {
  vi: 'NGƯỜI [--json]: liên kết dùng một lần để người này tự tạo tài khoản (của quản trị viên)',
  en: 'PERSON [--json]: a one-time link by which this person makes an account (the administrator’s)',
};

const invitation = z.object({ url: z.string(), expiresAt: z.string() });

export const inviteCommand = (call: typeof callApi): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false } },
      },
      `mb invite ${usage.vi}\nmb invite ${usage.en}`,
      ({ positionals }) => positionals.length === 1,
    );
    if (parsed === undefined) return 2;
    const [person] = parsed.positionals;
    return explained(async () => {
      const response = await call('/api/accounts/invitations', {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
      });
      if (!response.ok) {
        console.error(await problemOf(response));
        return 1;
      }
      const link = invitation.parse(await response.json());
      const until = moment(link.expiresAt);
      console.log(
        parsed.values.json
          ? JSON.stringify(link, null, 2)
          : [
              `Trao liên kết này cho đúng người; dùng được một lần, đến ${until}:`,
              `Hand this link to that person alone; it works once, until ${until}:`,
              `  ${link.url}`,
            ].join('\n'),
      );
      return 0;
    });
  },
});

export default inviteCommand(callApi);

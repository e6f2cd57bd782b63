import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import type { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';

interface HalfOfInvitation<Drawn> {
  /** The command's name. */
  readonly name: string;
  readonly path: '/api/accounts/invitations' | '/api/accounts/invitation-codes';
  readonly usage: CliCommand['usage'];
  readonly parse: (body: unknown) => Drawn;
  readonly text: (drawn: Drawn) => readonly string[];
}

/** `mb invite PERSON` and `mb invite-code PERSON`: two administrators draw a half of an invitation each. */
export const drawHalfCommand = <Drawn>(
  call: typeof callApi,
  { name, path, usage, parse, text }: HalfOfInvitation<Drawn>,
): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false } },
      },
      `mb ${name} ${usage.vi}\nmb ${name} ${usage.en}`,
      ({ positionals }) => positionals.length === 1,
    );
    if (parsed === undefined) return 2;
    const [person] = parsed.positionals;
    return explained(async () => {
      const response = await call(path, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
      });
      if (!response.ok) {
        console.error(await problemOf(response));
        return 1;
      }
      const drawn = parse(await response.json());
      const { json } = parsed.values;
      console.log(json ? JSON.stringify(drawn, null, 2) : text(drawn).join('\n'));
      return 0;
    });
  },
});

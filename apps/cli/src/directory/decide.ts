import { randomUUID } from 'node:crypto';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import type { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';

interface Decision {
  /** The command's name. */
  readonly name: string;
  /** The last word of the route. */
  readonly route: 'confirmation' | 'refusal';
  readonly usage: CliCommand['usage'];
  readonly done: { readonly vi: string; readonly en: string };
}

/** `mb confirm ID` and `mb decline ID`. */
export const decideCommand = (
  call: typeof callApi,
  { name, route, usage, done }: Decision,
): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      { args, allowPositionals: true },
      `mb ${name} ${usage.vi}\nmb ${name} ${usage.en}`,
      ({ positionals }) => positionals.length === 1,
    );
    if (parsed === undefined) return 2;
    const id = encodeURIComponent(parsed.positionals[0] ?? '');
    return explained(async () => {
      const response = await call(`/api/directory/proposals/${id}/${route}`, {
        method: 'POST',
        headers: { accept: 'application/json', 'idempotency-key': randomUUID() },
      });
      if (!response.ok) {
        console.error(await problemOf(response));
        return 1;
      }
      console.log(`${done.vi}\n${done.en}`);
      return 0;
    });
  },
});

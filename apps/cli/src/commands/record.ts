import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readArgs } from '../answer.ts';
import { NotJson, readJson } from '../json-file.ts';
import type { CliCommand } from '../main.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemText } from '../session/problem.ts';

const usage = {
  vi: 'TỆP: ghi đơn vị, người, vị trí, người thay thế từ một tệp JSON (của quản trị viên)',
  en: 'FILE: records units, people, posts and deputies of a JSON file (the administrator’s)',
};

const refusal = z.object({
  errors: z
    .array(
      z.object({
        pointer: z.string().optional(),
        vi: z.string().optional(),
        en: z.string().optional(),
      }),
    )
    .optional(),
  field: z.string().optional(),
});

/** Set: the entry waits for a second administrator under this id. */
const accepted = z.object({ proposal: z.string().nullable() });

export const recordCommand = (call: typeof callApi): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      { args, allowPositionals: true },
      `mb record ${usage.vi}\nmb record ${usage.en}`,
      ({ positionals }) => positionals.length === 1,
    );
    if (parsed === undefined) return 2;
    const file = await readJson(parsed.positionals[0] ?? '');
    if (file instanceof NotJson) {
      console.error(`${file.words.vi}\n${file.words.en}`);
      return 1;
    }
    const entries: readonly unknown[] = Array.isArray(file) ? file : [file];
    return explained(() => recordAll(call, entries));
  },
});

/** One after the other, up to the first that is refused: a post needs its unit and its person. */
async function recordAll(call: typeof callApi, entries: readonly unknown[]): Promise<number> {
  let waiting = 0;
  for (const [at, entry] of entries.entries()) {
    const name = nameOf(entry, at);
    const response = await call('/api/directory/entries', {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(entry),
    });
    if (!response.ok) {
      const body: unknown = await response.json().catch(() => undefined);
      console.error(
        `✗ ${name}: HTTP ${response.status}${whereIn(body)}\n${problemText(body)}\n${saidOfFields(body)}` +
          `Đã ghi ${at} mục trước đó; chạy lại tệp này sau khi sửa là an toàn.\n` +
          `${at} before it were recorded; running this file again once it is mended is safe.`,
      );
      return 1;
    }
    const { proposal } = accepted.parse(await response.json());
    if (proposal !== null) waiting += 1;
    console.log(proposal === null ? `✓ ${name}` : `… ${name}: ${proposal}`);
  }
  if (waiting > 0) console.log(waitingText(waiting));
  return 0;
}

const waitingText = (count: number): string =>
  [
    `${count} mục có dấu … chưa có hiệu lực: chờ quản trị viên thứ hai (mb proposals, mb confirm MÃ).`,
    `${count} marked with … have not taken effect: a second administrator decides (mb proposals, mb confirm ID).`,
  ].join('\n');

/** `3. post hq-cb.tiep-nhan` */
function nameOf(entry: unknown, at: number): string {
  const { kind, id } = Object(entry) as { kind?: unknown; id?: unknown };
  const known = [kind, id].filter((part) => typeof part === 'string');
  return [`${at + 1}.`, ...known].join(' ');
}

/** Which members the answer complains of, where it says so. */
function whereIn(body: unknown): string {
  const { data } = refusal.safeParse(body);
  const fields = [data?.field, ...(data?.errors ?? []).map(({ pointer }) => pointer)];
  const named = fields.filter((field) => field !== undefined);
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}

/** What is wrong with each of them, e.g. which roles there are. */
function saidOfFields(body: unknown): string {
  const { data } = refusal.safeParse(body);
  return (data?.errors ?? [])
    .map(({ pointer = '', vi = '', en = '' }) => `  ${pointer}: ${vi}\n  ${pointer}: ${en}\n`)
    .join('');
}

export default recordCommand(callApi);

import { matterHistorySchema } from '@minh-bach/contracts';
import { isMatterNumber } from '@minh-bach/kernel';
import { readArgs } from '../answer.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemText } from '../session/problem.ts';
import { timeline } from '../session/timeline.ts';

export default {
  usage: {
    vi: 'SỐ [--as-of THỜI-ĐIỂM] [--json] [--lang en]  Toàn bộ diễn biến của một đơn hoặc vụ việc',
    en: 'NUMBER [--as-of TIME] [--json] [--lang en]  Everything that happened in a petition or case',
  },

  async run(args: string[]): Promise<number> {
    const parsed = readArgs(
      {
        args,
        allowPositionals: true,
        options: {
          'as-of': { type: 'string' },
          json: { type: 'boolean', default: false },
          lang: { type: 'string', default: 'vi' },
        },
      },
      `mb history ${this.usage.vi}\nmb history ${this.usage.en}`,
      ({ positionals }) => positionals.length === 1,
    );
    if (parsed === undefined) return 2;
    const { values } = parsed;
    const [number = ''] = parsed.positionals;
    const asOf = values['as-of'] === undefined ? undefined : instant(values['as-of']);
    const wrong = wrongNumber(number);
    if (asOf === null || wrong !== undefined) {
      console.error(wrong ?? WRONG_TIME);
      return 2;
    }
    return explained(async () => {
      const query = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`;
      const path = `/api/matters/${encodeURIComponent(number)}/history${query}`;
      const response = await callApi(path, { headers: { accept: 'application/json' } });
      const body: unknown = await response.json();
      if (!response.ok) {
        console.error(problemText(body));
        return 1;
      }
      const history = matterHistorySchema.parse(body);
      const language = values.lang === 'en' ? 'en' : 'vi';
      console.log(values.json ? JSON.stringify(history, null, 2) : timeline(history, language));
      return 0;
    });
  },
};

const WRONG_TIME =
  '--as-of: viết ngày dạng 2026-11-25 (đến hết ngày đó), hoặc cả giờ: 2026-11-25T16:30\n' +
  '--as-of: write a day as 2026-11-25 (to its end), or with the hour: 2026-11-25T16:30';

/** Told here and now: a mistyped number would be an unknown one. */
function wrongNumber(number: string): string | undefined {
  if (isMatterNumber(number)) return undefined;
  return /^[DV]\d{2}-\d{8}-\d$/.test(number)
    ? `Số ${number} gõ nhầm: chữ số kiểm tra ở cuối không khớp.\n` +
        `${number} is mistyped: its last digit, the check digit, does not fit.`
    : `“${number}” không phải số đơn hay số vụ việc; dạng đúng: D26-48301725-1, V26-48301725-1.\n` +
        `“${number}” is no number of a petition or a case; they look like D26-48301725-1, V26-48301725-1.`;
}

/** `2026-12-03` means the end of that day in Việt Nam; otherwise an ISO instant. */
function instant(text: string): string | null {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999+07:00` : text;
  const withZone = /(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}+07:00`;
  const parsed = new Date(withZone);
  return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString();
}

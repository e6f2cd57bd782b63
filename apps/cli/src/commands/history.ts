import { parseArgs } from 'node:util';
import { matterHistorySchema } from '@minh-bach/contracts';
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
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'vi' },
      },
    });
    const [number, ...more] = positionals;
    const asOf = values['as-of'] === undefined ? undefined : instant(values['as-of']);
    if (number === undefined || more.length > 0 || asOf === null) {
      console.error(`mb history ${this.usage.vi}\nmb history ${this.usage.en}`);
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

/** `2026-12-03` means the end of that day in Việt Nam; otherwise an ISO instant. */
function instant(text: string): string | null {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999+07:00` : text;
  const withZone = /(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}+07:00`;
  const parsed = new Date(withZone);
  return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString();
}

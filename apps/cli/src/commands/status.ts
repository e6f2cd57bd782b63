import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { reportsOf, type CallApi } from '../operations/ask.ts';
import { tasksOf } from '../operations/tasks.ts';
import { statusText } from '../operations/words.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';

const usage = {
  vi: '[--json] [--lang en]: có việc gì cần xử lý không; mã thoát 1 nếu có',
  en: '[--json] [--lang en]: is there anything to attend to; exit code 1 if so',
};

export const statusCommand = (call: CallApi, now: () => Date = () => new Date()): CliCommand => ({
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
      `mb status ${usage.vi}\nmb status ${usage.en}`,
      () => true,
    );
    if (parsed === undefined) return 2;
    const { json, lang } = parsed.values;
    return explained(async () => {
      const found = await reportsOf(call);
      if ('refused' in found) {
        console.error(await problemOf(found.refused));
        return 1;
      }
      const { reports } = found;
      const language = lang === 'en' ? 'en' : 'vi';
      const tasks = tasksOf(reports, language);
      console.log(
        json
          ? JSON.stringify({ tasks, services: reports }, null, 2)
          : statusText(reports, now(), language),
      );
      return tasks.length > 0 ? 1 : 0;
    });
  },
});

export default statusCommand(callApi);

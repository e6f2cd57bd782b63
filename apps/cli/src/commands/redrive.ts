import { WATCHED_SERVICES, redrivenSchema, type WatchedService } from '@minh-bach/contracts';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { command, isWatched, reportsOf, type CallApi } from '../operations/ask.ts';
import { heldText } from '../operations/held.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';
import type { Language } from '../session/timeline.ts';

const usage = {
  vi: '[DỊCH-VỤ] [--stream LUỒNG] [--list] [--lang en]: xử lý lại các thông điệp bị dừng (lặp lại vẫn an toàn), hoặc chỉ xem',
  en: '[SERVICE] [--stream STREAM] [--list] [--lang en]: tries parked messages again (safe to repeat), or only lists them',
};

export const redriveCommand = (call: CallApi): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        allowPositionals: true,
        options: {
          stream: { type: 'string' },
          list: { type: 'boolean', default: false },
          lang: { type: 'string', default: 'vi' },
        },
      },
      `mb redrive ${usage.vi}\nmb redrive ${usage.en}\n(${WATCHED_SERVICES.join(', ')})`,
      ({ positionals: [service, ...more] }) =>
        more.length === 0 && (service === undefined || isWatched(service)),
    );
    if (parsed === undefined) return 2;
    const { stream, list, lang } = parsed.values;
    const services = parsed.positionals.filter(isWatched);
    const asked = services.length > 0 ? services : WATCHED_SERVICES;
    const language = lang === 'en' ? 'en' : 'vi';
    return explained(() =>
      list ? listHeld(call, asked, language) : redriveAll(call, asked, stream, language),
    );
  },
});

async function listHeld(
  call: CallApi,
  services: readonly WatchedService[],
  language: Language,
): Promise<number> {
  const found = await reportsOf(call, services);
  if ('refused' in found) {
    console.error(await problemOf(found.refused));
    return 1;
  }
  console.log(heldText(found.reports, language));
  return found.reports.every(({ status }) => status) ? 0 : 1;
}

async function redriveAll(
  call: CallApi,
  services: readonly WatchedService[],
  stream: string | undefined,
  language: Language,
): Promise<number> {
  let failed = false;
  for (const service of services) {
    const body = stream === undefined ? {} : { stream };
    const response = await command(call, service, 'redrive', body);
    if (!response.ok) {
      failed = true;
      console.error(`${service}: ${await problemOf(response)}`);
      // Who may not here may not anywhere.
      if (response.status === 403) break;
      continue;
    }
    const { streams, deadLetters } = redrivenSchema.parse(await response.json());
    console.log(
      language === 'vi'
        ? `${service}: xử lý lại ${streams} luồng, ${deadLetters} thông điệp không đọc được`
        : `${service}: tried again ${streams} streams, ${deadLetters} unreadable messages`,
    );
  }
  return failed ? 1 : 0;
}

export default redriveCommand(callApi);

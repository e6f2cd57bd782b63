import { setTimeout as sleep } from 'node:timers/promises';
import {
  OPERATED_SERVICES,
  operationsSchema,
  rebuildSchema,
  type OperatedService,
  type Rebuild,
} from '@minh-bach/contracts';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { askStatus, command, isService, type CallApi } from '../operations/ask.ts';
import { LOST, STARTED, UNREACHABLE, progressLine } from '../operations/progress.ts';
import { NotSignedIn, callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';
import type { Language } from '../session/timeline.ts';

const usage = {
  vi: 'DỊCH-VỤ [--lang en]: dựng lại dữ liệu tra cứu từ nhật ký sự kiện; trong lúc đó vẫn tra cứu được dữ liệu cũ',
  en: 'SERVICE [--lang en]: builds the read model again from the log; the old rows are served meanwhile',
};

const LOOK_EVERY_MS = 1000;
/** A service that is away for longer than this many looks is given up. */
const PATIENCE = 60;

export const rebuildCommand = (
  call: CallApi,
  pause: () => Promise<unknown> = () => sleep(LOOK_EVERY_MS),
): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      { args, allowPositionals: true, options: { lang: { type: 'string', default: 'vi' } } },
      `mb rebuild ${usage.vi}\nmb rebuild ${usage.en}\n(${OPERATED_SERVICES.join(', ')})`,
      ({ positionals: [service = '', ...more] }) => isService(service) && more.length === 0,
    );
    const [service] = parsed?.positionals.filter(isService) ?? [];
    if (parsed === undefined || service === undefined) return 2;
    const language = parsed.values.lang === 'en' ? 'en' : 'vi';
    return explained(async () => {
      const response = await command(call, service, 'rebuild', undefined);
      if (!response.ok) {
        console.error(await problemOf(response));
        return 1;
      }
      console.log(STARTED[language]);
      const begun = rebuildSchema.parse(await response.json());
      return follow(call, service, begun, pause, language);
    });
  },
});

/** Prints how far it is until it is over. */
async function follow(
  call: CallApi,
  service: OperatedService,
  begun: Rebuild,
  pause: () => Promise<unknown>,
  language: Language,
): Promise<number> {
  let now: Rebuild = begun;
  for (let missed = 0; missed < PATIENCE;) {
    if (missed === 0) console.log(`${service}: ${progressLine(now, language)}`);
    if (now.phase === 'done') return 0;
    if (now.phase === 'failed') return 1;
    await pause();
    const seen = await look(call, service);
    if (seen === undefined) {
      missed += 1;
      continue;
    }
    if (seen === null || seen.id !== begun.id) {
      console.error(LOST[language]);
      return 1;
    }
    [now, missed] = [seen, 0];
  }
  console.error(UNREACHABLE[language]);
  return 1;
}

/** The rebuild as the service tells it; undefined when it does not answer. */
async function look(call: CallApi, service: OperatedService): Promise<Rebuild | null | undefined> {
  try {
    const response = await askStatus(call, service);
    if (!response.ok) return undefined;
    return operationsSchema.parse(await response.json()).readModel.rebuild;
  } catch (error) {
    if (error instanceof NotSignedIn) throw error;
    return undefined;
  }
}

export default rebuildCommand(callApi);

import { setTimeout as sleep } from 'node:timers/promises';
import {
  SERVICE_NAMES,
  READ_MODELS,
  operationsSchema,
  rebuildSchema,
  type ServiceName,
  type ReadModelName,
  type Rebuild,
  isServiceName,
} from '@minh-bach/contracts';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { askStatus, command, type CallApi } from '../operations/ask.ts';
import { LOST, STARTED, UNREACHABLE, progressLine } from '../operations/progress.ts';
import { NotSignedIn, callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { problemOf } from '../session/problem.ts';
import type { Language } from '../session/timeline.ts';

const usage = {
  vi: 'DỊCH-VỤ [rights|lists] [--lang en]: dựng lại dữ liệu về quyền, các danh sách, hoặc cả hai, từ nhật ký sự kiện; trong lúc đó dữ liệu cũ vẫn được dùng',
  en: 'SERVICE [rights|lists] [--lang en]: builds rights, lists, or both again from the log; the old rows are served meanwhile',
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
      `mb rebuild ${usage.vi}\nmb rebuild ${usage.en}\n(${SERVICE_NAMES.join(', ')})`,
      ({ positionals: [service = '', name, ...more] }) =>
        isServiceName(service) && (name === undefined || isReadModel(name)) && more.length === 0,
    );
    const [service = '', name] = parsed?.positionals ?? [];
    if (parsed === undefined || !isServiceName(service)) return 2;
    const language = parsed.values.lang === 'en' ? 'en' : 'vi';
    return explained(async () => {
      // One after the other: a rebuild reads the whole log.
      for (const each of READ_MODELS.filter((one) => name === undefined || one === name)) {
        const code = await rebuild(call, { service, readModel: each, pause, language });
        if (code !== 0) return code;
      }
      return 0;
    });
  },
});

const isReadModel = (name: string): name is ReadModelName =>
  (READ_MODELS as readonly string[]).includes(name);

interface Run {
  readonly service: ServiceName;
  readonly readModel: ReadModelName;
  readonly pause: () => Promise<unknown>;
  readonly language: Language;
}

async function rebuild(call: CallApi, run: Run): Promise<number> {
  const { service, readModel, language } = run;
  const response = await command(call, service, 'rebuild', { readModel });
  if (!response.ok) {
    console.error(await problemOf(response));
    return 1;
  }
  console.log(STARTED[language]);
  return follow(call, run, rebuildSchema.parse(await response.json()));
}

/** Prints how far it is until it is over. */
async function follow(call: CallApi, run: Run, begun: Rebuild): Promise<number> {
  const { service, readModel, pause, language } = run;
  let now: Rebuild = begun;
  for (let missed = 0; missed < PATIENCE;) {
    if (missed === 0) console.log(`${service} ${readModel}: ${progressLine(now, language)}`);
    if (now.phase === 'done') return 0;
    if (now.phase === 'failed') return 1;
    await pause();
    const seen = await look(call, run);
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
async function look(
  call: CallApi,
  { service, readModel }: Run,
): Promise<Rebuild | null | undefined> {
  try {
    const response = await askStatus(call, service);
    if (!response.ok) return undefined;
    return operationsSchema.parse(await response.json()).readModels[readModel].rebuild;
  } catch (error) {
    if (error instanceof NotSignedIn) throw error;
    return undefined;
  }
}

export default rebuildCommand(callApi);

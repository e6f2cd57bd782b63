import { isDomainError } from '@minh-bach/kernel';
import type { ReadModel, RebuildProgress } from '@minh-bach/projections';
import { parseArgs } from 'node:util';
import type { CliCommand } from '../main.ts';

/** What of a service's read model the command needs. */
export type Rebuildable = Pick<ReadModel, 'rebuild' | 'close'>;

/** Opens the read model of a service in that database; undefined when there is no such service. */
export type OpenReadModel = (
  service: string,
  databaseUrl: string | undefined,
) => Promise<Rebuildable | undefined>;

const usage = {
  vi: 'DỊCH-VỤ [--database URL]: dựng lại bảng đọc từ nhật ký sự kiện; trong lúc đó vẫn tra cứu được dữ liệu cũ',
  en: 'SERVICE [--database URL]: builds the read model again from the log; the old rows are served meanwhile',
};

const phases = {
  building: 'đang dựng lại / rebuilding',
  swapping: 'đang thay thế / swapping',
  done: 'xong / done',
};

const LINE_EVERY_MS = 1000;

export const progressLine = ({ phase, done, total, eventsPerSecond }: RebuildProgress): string => {
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return `${phases[phase]}: ${done} / ${total} sự kiện / events (${percent} %), ${eventsPerSecond}/s`;
};

/** Rebuilds, with a line at each new phase and about one a second between. */
export async function rebuildWithProgress(
  readModel: Pick<Rebuildable, 'rebuild'>,
  print: (line: string) => void,
  now: () => number = () => performance.now(),
): Promise<void> {
  let last = { phase: '', at: 0 };
  await readModel.rebuild({
    onProgress: (progress) => {
      if (progress.phase === last.phase && now() - last.at < LINE_EVERY_MS) return;
      last = { phase: progress.phase, at: now() };
      print(progressLine(progress));
    },
  });
}

export const rebuildCommand = (open: OpenReadModel): CliCommand => ({
  usage,
  async run(args) {
    const { service, database } = parse(args);
    if (service === undefined) {
      console.error(`mb rebuild ${usage.vi}\nmb rebuild ${usage.en}`);
      return 2;
    }
    const readModel = await open(service, database);
    if (!readModel) {
      console.error(
        `mb: không dựng lại được dịch vụ này / this service cannot be rebuilt here: ${service}`,
      );
      return 2;
    }
    try {
      await rebuildWithProgress(readModel, (line) => console.log(`${service}: ${line}`));
      return 0;
    } catch (error) {
      if (!isDomainError(error, 'REBUILD_RUNNING')) throw error;
      console.error(
        'mb: một tiến trình khác đang dựng lại dịch vụ này; hãy đợi rồi thử lại\n' +
          'mb: another process is rebuilding this service; wait, then try again',
      );
      return 1;
    } finally {
      await readModel.close();
    }
  },
});

function parse(args: string[]): { service?: string; database?: string } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { database: { type: 'string' } },
    });
    const [service, ...more] = positionals;
    if (service === undefined || more.length > 0) return {};
    return { service, ...(values.database !== undefined && { database: values.database }) };
  } catch {
    return {};
  }
}

/** No service is wired in yet: its definition brings what a read model is opened with. */
export default rebuildCommand(() => Promise.resolve(undefined));

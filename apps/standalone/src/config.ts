import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  BadConfig,
  defineConfig,
  limitsSchema,
  modeSchema,
  portSchema,
  type Limits,
} from '@minh-bach/http';
import { readConnectionString } from '@minh-bach/event-store/connection-string';
import { z } from 'zod';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const oneOf = (values: readonly string[]) => ({
  error: `phải là một trong / must be one of: ${values.join(', ')}`,
});

const shape = z.object({
  MB_MODE: z.enum(modeSchema.options, oneOf(modeSchema.options)).optional(),
  MB_EVENTSTORE_URL: z.string().optional(),
  MB_LOG_LEVEL: z.enum(LEVELS, oneOf(LEVELS)).default('warn'),
  ...limitsSchema.shape,
});

export interface Config {
  readonly mode: z.infer<typeof modeSchema>;
  /** Invented people and units are there. */
  readonly demo: boolean;
  /** A first start fills the data with a year of invented matters. Only with the demo's people. */
  readonly demoOffice: boolean;
  readonly port: number;
  /** Where the log is, when it is not in the embedded PostgreSQL. */
  readonly logElsewhere?: {
    /** `esdb://…` */
    readonly url: string;
    /** Keeps the id of the log, so that no other is taken for it. */
    readonly idFile: string;
  };
  /** Everything that is kept between starts. */
  readonly dataFolder: string;
  readonly webRoot: string;
  readonly limits: Limits;
  readonly logLevel: (typeof LEVELS)[number];
}

export const USAGE = `npm start -- [--port N] [--data DIR] [--store URL] [--empty] [--no-demo]
  --port N    cổng, mặc định 3000 / the port, 3000 unless given
  --data DIR  thư mục dữ liệu, mặc định .data / where data are kept, .data unless given
  --store URL sổ sự kiện ở EventStoreDB / the log in an EventStoreDB: esdb://host:2113?tls=false
  --empty     có người dùng thử, không có đơn thử / with the demo's people, without its matters
  --no-demo   không có người dùng thử nghiệm / without the demo's people
  --help      phần này / this`;

export const asksForHelp = (args: readonly string[] = process.argv.slice(2)): boolean =>
  args.some((arg) => arg === '--help' || arg === '-h');

/** @throws BadConfig with a line for each bad value */
export function readConfig(
  args: readonly string[] = process.argv.slice(2),
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const set = defineConfig(shape, env);
  const { port, data, store = set.MB_EVENTSTORE_URL, 'no-demo': noDemo, empty } = optionsOf(args);
  const mode = set.MB_MODE ?? (noDemo ? 'production' : 'demo');
  if (mode === 'production' && !noDemo && set.MB_MODE)
    throw new BadConfig([
      'MB_MODE=production: thêm --no-demo, vì chế độ này không nhận người dùng thử. / MB_MODE=production: add --no-demo; production refuses demo people.',
    ]);
  const parsed = portSchema.safeParse(port);
  if (!parsed.success)
    throw new BadConfig([
      `--port ${port}: phải là số từ 0 đến 65535. / --port ${port}: must be a number from 0 to 65535.`,
    ]);
  return {
    mode,
    demo: !noDemo,
    demoOffice: mode === 'demo' && !noDemo && !empty,
    port: parsed.data,
    dataFolder: resolve(data),
    ...logIn(resolve(data), store),
    webRoot: resolve(checkout, 'apps/console/dist'),
    logLevel: set.MB_LOG_LEVEL,
    limits: limitsSchema.parse(set),
  };
}

function logIn(dataFolder: string, store: string | undefined): Pick<Config, 'logElsewhere'> {
  const idFile = join(dataFolder, 'eventstore-log');
  if (store === undefined) {
    if (!existsSync(idFile)) return {};
    throw new BadConfig([
      '--store: phải là địa chỉ của nhật ký, vì nhật ký của dữ liệu này ở EventStoreDB; chưa có gì bị thay đổi. Muốn chuyển về PostgreSQL: mb copy-log, rồi mb forget-positions với thư mục dữ liệu. / --store: must be given, since the log of these data is in an EventStoreDB; nothing was changed. To move it to PostgreSQL: mb copy-log, then mb forget-positions with the data folder.',
    ]);
  }
  try {
    return { logElsewhere: { url: readConnectionString(store).url, idFile } };
  } catch (error) {
    throw new BadConfig([
      `--store: phải là địa chỉ đúng của EventStoreDB. / --store: ${(error as Error).message}`,
    ]);
  }
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        data: { type: 'string', default: resolve(checkout, '.data') },
        store: { type: 'string' },
        'no-demo': { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [, named = ''] = /'(-{0,2}[^' ]+)/.exec((error as Error).message) ?? [];
    throw new BadConfig([
      `Tùy chọn không đúng: ${named} / This option is not right: ${named}`,
      USAGE,
    ]);
  }
}

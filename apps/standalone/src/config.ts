import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  BadConfig,
  defineConfig,
  disclosuresPerHourSchema,
  modeSchema,
  portSchema,
  registrationsPerDaySchema,
} from '@minh-bach/http';
import { z } from 'zod';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const oneOf = (values: readonly string[]) => ({
  error: `phải là một trong / must be one of: ${values.join(', ')}`,
});

const shape = z.object({
  MB_MODE: z.enum(modeSchema.options, oneOf(modeSchema.options)).optional(),
  MB_LOG_LEVEL: z.enum(LEVELS, oneOf(LEVELS)).default('warn'),
  MB_DISCLOSURES_PER_HOUR: disclosuresPerHourSchema.optional(),
  MB_REGISTRATIONS_PER_DAY: registrationsPerDaySchema.optional(),
});

export interface Config {
  readonly mode: z.infer<typeof modeSchema>;
  /** Invented people and units are there. */
  readonly demo: boolean;
  readonly port: number;
  /** Everything that is kept between starts. */
  readonly dataFolder: string;
  readonly webRoot: string;
  /** Different petitions whose sender one person may see in any hour. */
  readonly disclosuresPerHour?: number;
  readonly registrationsPerDay?: number;
  readonly logLevel: (typeof LEVELS)[number];
}

export const USAGE = `npm start -- [--port N] [--data DIR] [--no-demo]
  --port N    cổng, mặc định 3000 / the port, 3000 unless given
  --data DIR  thư mục dữ liệu, mặc định .data / where data are kept, .data unless given
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
  const { port, data, 'no-demo': noDemo } = optionsOf(args);
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
    port: parsed.data,
    dataFolder: resolve(data),
    webRoot: resolve(checkout, 'apps/console/dist'),
    logLevel: set.MB_LOG_LEVEL,
    ...(set.MB_DISCLOSURES_PER_HOUR === undefined
      ? {}
      : { disclosuresPerHour: set.MB_DISCLOSURES_PER_HOUR }),
    ...(set.MB_REGISTRATIONS_PER_DAY === undefined
      ? {}
      : { registrationsPerDay: set.MB_REGISTRATIONS_PER_DAY }),
  };
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        data: { type: 'string', default: resolve(checkout, '.data') },
        'no-demo': { type: 'boolean', default: false },
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

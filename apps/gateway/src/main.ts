import { BadConfig } from '@minh-bach/http';
import { readConfig } from './config.ts';
import { start } from './start.ts';

try {
  const config = readConfig();
  const gateway = await start(config);
  console.log(`Minh Bạch: ${config.MB_PUBLIC_ORIGIN}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void gateway.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof BadConfig)) throw error;
  console.error(error.lines.join('\n'));
  process.exitCode = 1;
}

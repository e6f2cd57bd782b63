import { runService } from '@minh-bach/assembly';
import { SERVICE_NAMES, isServiceName } from '@minh-bach/contracts';
import { partsOf } from '@minh-bach/services';
import { readConfig } from './config.ts';

const [name = '', ...more] = process.argv.slice(2);
if (isServiceName(name) && more.length === 0) {
  await runService(await partsOf[name](), () => readConfig(name));
} else {
  console.error(`Which service? One of: ${SERVICE_NAMES.join(', ')}`);
  process.exitCode = 1;
}

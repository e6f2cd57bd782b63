import { USAGE, asksForHelp, readConfig } from './config.ts';
import { startRefusal } from './start-refusal.ts';

if (asksForHelp()) {
  console.log(USAGE);
  process.exit();
}

try {
  const config = readConfig();
  // Thousands of modules: what is wrong with the options is told before they are loaded.
  const { startStandalone } = await import('./standalone.ts');
  const { greeting } = await import('./greeting.ts');
  const { furnishing } = await import('./furnishing.ts');
  const standalone = await startStandalone(config, furnishing());
  console.log(greeting(config, standalone));

  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    await standalone.close();
    process.exit();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close());
  standalone.gone
    .then((lastLines) => {
      if (closing) return;
      console.error(`Cơ sở dữ liệu đã dừng / the database stopped:\n${lastLines}`);
      process.exitCode = 1;
      return close();
    })
    .catch(() => process.exit(1));
} catch (error) {
  console.error(startRefusal(error) ?? error);
  process.exit(1);
}

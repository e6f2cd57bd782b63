import { readdir } from 'node:fs/promises';

/** One file in `commands/` is one command: its name is the file's. */
export interface CliCommand {
  /** What follows the name, and what it does. */
  readonly usage: { readonly vi: string; readonly en: string };
  /** @returns the exit code */
  run(args: string[]): Promise<number>;
}

const folder = new URL('./commands/', import.meta.url);
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  const names = await commandNames();
  if (name !== undefined && names.includes(name)) {
    const command = await load(name);
    if (!args.some((arg) => arg === '--help' || arg === '-h')) return command.run(args);
    console.log(`mb ${name} ${command.usage.vi}\nmb ${name} ${command.usage.en}`);
    return 0;
  }

  const help = await helpOn(names);
  if (name === undefined || ['--help', '-h', 'help'].includes(name)) {
    console.log(help);
    return 0;
  }
  console.error(`mb: không có lệnh / unknown command: ${name}\n\n${help}`);
  return 2;
}

async function commandNames(): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => /^[a-z-]+\.[jt]s$/.test(file) && file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

async function load(name: string): Promise<CliCommand> {
  const module = (await import(new URL(name + extension, folder).href)) as { default: CliCommand };
  return module.default;
}

async function helpOn(names: string[]): Promise<string> {
  const lines = names.map(async (name) => {
    const { usage } = await load(name);
    return `  mb ${name} ${usage.vi}\n      ${usage.en}`;
  });
  return ['mb LỆNH / COMMAND', '', ...(await Promise.all(lines))].join('\n');
}

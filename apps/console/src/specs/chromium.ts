import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { building } from './config.ts';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const CHROMIUM = { args: ARGUMENTS };

const home = fileURLToPath(new URL('../..', import.meta.url));

export const WIDTHS = { desktop: 1280, phone: 360 } as const;

export interface Console {
  readonly origin: string;
  /** A page of its own, signed in as one of the demo people, over fresh data. */
  open(path: string, person?: string | undefined, width?: number): Promise<Page>;
  close(): Promise<void>;
}

/** The built console under the gateway's content policy, over the fake API of `dev/`. */
export async function startConsole(executablePath = ''): Promise<Console> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-console-'));
  const server = spawn(process.execPath, ['dev/serve.mjs', folder], {
    cwd: home,
    env: building,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await firstLine(server);
  const browser: Browser = await chromium.launch({ ...CHROMIUM, executablePath });
  return {
    origin,
    async open(path, person, width = WIDTHS.desktop) {
      await fetch(`${origin}/fake/reset`);
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        locale: 'vi-VN',
      });
      const page = await context.newPage();
      const door = `/auth/login?as=${person}&to=${encodeURIComponent(path)}`;
      await page.goto(origin + (person === undefined ? path : door));
      await page.locator('h1').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      server.kill();
      await rm(folder, { recursive: true });
    },
  };
}

/** By default into `dist/`, from where the gateway serves it. */
export async function buildConsole(outDir = 'dist'): Promise<void> {
  const built = spawn(
    'npx',
    ['vite', 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'],
    { cwd: home, env: building },
  );
  const [code] = (await once(built, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the console was not built');
}

const firstLine = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    server.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('exit', (code) => reject(new Error(`the console was not built (${code})`)));
  });

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterFirstStart, whenBuilt } from '@minh-bach/testing';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { Desk } from './desk.ts';
import { liveOnTestDay } from './test-day.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
export const PASSWORD = 'minh bach la cong khai';

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

export const WIDTHS = { desktop: 1280, phone: 360 } as const;

/** The whole product with its demo people, in a process of its own, and a browser in front of it. */
export class Product {
  readonly #desks = new Map<string, Promise<Desk>>();

  private constructor(
    readonly origin: string,
    readonly browser: Browser,
    private readonly stop: () => Promise<void>,
  ) {}

  /** @param executablePath of Chromium */
  static async start(executablePath = ''): Promise<Product> {
    await whenBuilt();
    const folder = await mkdtemp(join(tmpdir(), 'minh-bach-console-'));
    const port = (await afterFirstStart(folder)) ?? (await freePort());
    const origin = `http://localhost:${port}`;
    const options = ['--port', String(port), '--data', folder, '--empty'];
    const running = spawn(process.execPath, ['apps/standalone/dist/main.js', ...options], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      running.stdout.on('data', (chunk: Buffer) => {
        if (chunk.includes(origin)) resolve();
      });
      running.once('exit', (code) => reject(new Error(`the product stopped (${code})`)));
    });
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    return new Product(origin, browser, async () => {
      await browser.close();
      const gone = new Promise((resolve) => running.once('exit', resolve));
      running.kill();
      await gone;
      await rm(folder, { recursive: true });
    });
  }

  /** A page of its own, as one of the demo people or as anybody. */
  async open(path: string, person?: string, width: number = WIDTHS.desktop): Promise<Page> {
    const signedIn = person === undefined ? undefined : await this.as(person);
    const context = await this.#context({
      viewport: { width, height: 800 },
      ...(signedIn === undefined ? {} : { storageState: await signedIn.cookies() }),
    });
    return this.openIn(context, path);
  }

  /** One more page of a browser that has the console already. */
  async openIn(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(this.origin + path);
    await page.locator('h1').waitFor();
    return page;
  }

  /** What a person does over HTTP before a spec looks at pages. */
  as(person: string): Promise<Desk> {
    const desk = this.#desks.get(person) ?? this.#signIn(person);
    this.#desks.set(person, desk);
    return desk;
  }

  close(): Promise<void> {
    return this.stop();
  }

  async #context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({ locale: 'vi-VN', ...options });
    await liveOnTestDay(context, root);
    return context;
  }

  async #signIn(person: string): Promise<Desk> {
    const { request } = await this.#context();
    const form = await request.get(`${this.origin}/auth/login?to=/lam-viec`);
    const answer = await request.post(form.url(), {
      form: { username: person, password: PASSWORD },
      headers: { origin: this.origin },
    });
    if (!answer.url().endsWith('/lam-viec')) throw new Error(`${person} was not let in`);
    return new Desk(request, this.origin);
  }
}

/** Through the door, as people do. */
export async function enter(
  context: BrowserContext,
  origin: string,
  person: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/auth/login?to=/lam-viec`);
  await page.locator('input[name=username]').fill(person);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').first().click();
  await page.getByRole('button', { name: /Tài khoản/ }).waitFor();
  return page;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

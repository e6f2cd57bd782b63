import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, createTestDatabase, describeWith } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { chromium } from 'playwright-core';
import type { Browser as Chromium, Page } from 'playwright-core';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 360, height: 740 };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describeWith('chromium', 'The pages of signing in, in a real browser', () => {
  let database: TestDatabase;
  let door: RunningGateway;
  let chrome: Chromium;
  let webRoot: string;

  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'minh-bach-web-'));
    await mkdir(join(webRoot, 'assets'));
    await mkdir(join(webRoot, 'en'));
    const page = (heading: string) =>
      `<!doctype html><html lang="vi"><title>Minh Bạch</title><h1>${heading}</h1>`;
    await writeFile(join(webRoot, 'index.html'), page('Trang ngoài'));
    await writeFile(join(webRoot, 'lam-viec.html'), page('Trang trong'));
    await writeFile(join(webRoot, '.console.json'), '["/triage"]');
    for (const name of ['404.html', '500.html', 'en/404.html', 'en/500.html'])
      await writeFile(join(webRoot, name), page('Không có trang này'));
    database = await createTestDatabase();
    door = await runGateway(database.url, { webRoot, mode: 'demo' });
    const executablePath = capabilities.chromium;
    const args = ['--no-sandbox'];
    chrome = await chromium.launch(executablePath ? { executablePath, args } : { args });
  }, 60_000);

  afterAll(async () => {
    await chrome.close();
    await door.stop();
    await database.drop();
    await rm(webRoot, { recursive: true, force: true });
  });

  /** What axe finds wrong; its script needs the page's policy out of the way. */
  async function violations(
    path: string,
    act: (page: Page) => Promise<unknown> = async () => undefined,
  ) {
    const context = await chrome.newContext({ bypassCSP: true, viewport: PHONE });
    const page = await context.newPage();
    await page.goto(door.origin + path);
    await act(page);
    await page.evaluate(axe);
    const found = (await page.evaluate(
      'axe.run().then((result) => result.violations)',
    )) as Violation[];
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    await context.close();
    return { violations: found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), wide };
  }

  const wrong = async (page: Page) => {
    await page.getByLabel('Tên đăng nhập').fill('ai do');
    await page.getByLabel('Mật khẩu').fill('sai');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
  };

  it('let somebody in by keyboard alone, with no script and no complaint of the browser', async () => {
    const { username, password } = await door.person();
    const context = await chrome.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // The console's icon is not part of this stand-in for it.
      if (!message.location().url.includes('favicon')) complaints.push(message.text());
    });
    await page.goto(`${door.origin}/auth/login?to=/triage`);

    await page.locator('input[name=username]:focus').waitFor();
    await page.keyboard.type(username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${door.origin}/triage`);

    expect(await page.getByRole('heading').textContent()).toBe('Trang trong');
    const cookies = await context.cookies();
    expect(cookies.find(({ name }) => name === 'mb-session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
    });
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('say what went wrong, keep the name, and never the password', async () => {
    const page = await chrome.newPage();
    await page.goto(`${door.origin}/auth/login`);
    await wrong(page);

    expect(await page.getByRole('alert').textContent()).toContain('không đúng');
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('ai do');
    expect(await page.getByLabel('Mật khẩu').inputValue()).toBe('');
    expect(await page.getByLabel('Mật khẩu').getAttribute('aria-describedby')).toBe('problem');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in');
    await page.close();
  }, 60_000);

  it('are free of what axe finds, and as wide as a phone', async () => {
    const link = new URL((await door.firstLink()).url);
    const invited = new URL(
      (
        await door.signIn.invite({
          person: 'x',
          subject: 'x',
          by: { subject: 'y', person: 'y' },
        })
      ).url,
    );
    for (const found of [
      await violations('/auth/login'),
      await violations('/auth/login?lang=en'),
      await violations('/auth/login', wrong),
      await violations('/oidc/device'),
      await violations(link.pathname + link.search),
      await violations(invited.pathname + invited.search),
      await violations('/oidc/first-administrator?token=x'),
      await violations('/oidc/authorize?client_id=nobody'),
    ]) {
      expect(found).toEqual({ violations: [], wide: false });
    }
  }, 60_000);

  it('use the font that Vietnamese needs', async () => {
    const page = await chrome.newPage();
    await page.goto(`${door.origin}/auth/login`);
    const loaded = await page.evaluate(
      `document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'loaded').length)`,
    );
    expect(loaded).toBe(2);
    await page.close();
  }, 60_000);
});

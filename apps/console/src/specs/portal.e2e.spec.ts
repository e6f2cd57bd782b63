import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { ADDRESSES, TOLD } from '../public/addresses.ts';
import { violations } from './axe.ts';
import { Product, WIDTHS } from './product.ts';

const PAGES = Object.entries(ADDRESSES).filter(
  ([name]) => !(TOLD as readonly string[]).includes(name),
);
const title = (page: Page) => page.locator('h1').textContent();

describeWith('chromium', 'pages for everybody', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  /** As somebody sees it whose browser runs no scripts. */
  async function plain(path: string, width: number = WIDTHS.desktop): Promise<Page> {
    const viewport = { width, height: 800 };
    const context = await product.browser.newContext({ javaScriptEnabled: false, viewport });
    const page = await context.newPage();
    await page.goto(product.origin + path);
    return page;
  }

  async function fits(page: Page): Promise<void> {
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(page.viewportSize()!.width);
  }

  describe.each(PAGES)('%s', (_name, { vi, en }) => {
    it.each([WIDTHS.phone, WIDTHS.desktop])('can be used by all, %i wide', async (width) => {
      for (const address of [vi, en]) {
        const page = await product.open(address, undefined, width);
        expect(await violations(page)).toEqual([]);
        // Its script woke this page, and no other one.
        const served = await (await fetch(product.origin + address)).text();
        expect(served).toContain(`>${await title(page)}</h1>`);
        await fits(page);
        await page.evaluate("void (document.documentElement.style.fontSize = '200%')");
        await fits(page);
        await page.emulateMedia({ contrast: 'more', forcedColors: 'active' });
        expect(await page.locator('h1').isVisible()).toBe(true);
        await page.context().close();
      }
    });

    it('is read without a script, in the language of its address, and names the other one', async () => {
      const titles = [];
      for (const [lang, address, other] of [
        ['vi', vi, en],
        ['en', en, vi],
      ] as const) {
        const page = await plain(address);
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        expect(await page.locator('main').textContent()).toMatch(/\S{2}/);
        const link = page.locator(`header a[hreflang=${lang === 'vi' ? 'en' : 'vi'}]`);
        expect(await link.getAttribute('href')).toBe(other);
        titles.push(await title(page), await page.title());
        await page.context().close();
      }
      expect(new Set(titles).size).toBe(4);
    });
  });

  it('say in a trial that nothing is taken for real, and lead staff to their work', async () => {
    const page = await plain('/');
    await page.getByText('Bản dùng thử, không nhận đơn thật').waitFor();
    const staff = page.getByRole('link', { name: 'Cán bộ, công chức đăng nhập' });
    expect(await staff.getAttribute('href')).toBe('/lam-viec');
    await page.context().close();
  });

  it('tell at an address that nothing has where one may go', async () => {
    const page = await plain('/tra-cuu-don', WIDTHS.phone);
    expect(await title(page)).toBe('Không có trang này');
    await page.getByRole('link', { name: 'Tra cứu đơn' }).click();
    await page.waitForURL('**/tra-cuu');
    await page.context().close();
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { Product, WIDTHS } from './product.ts';

const STREAM = 'intake.petition-D26-48301725-4';
const LINE = `npx mb redrive triage --stream ${STREAM}`;

/** Triage says that a stream is parked there, until what the page asks for is done. */
async function park(page: Page): Promise<string[]> {
  const asked: string[] = [];
  let parked = true;
  await page.route('**/api/triage/operations', async (route) => {
    const response = await route.fetch();
    const status = (await response.json()) as object;
    const held = {
      ...{ stream: STREAM, state: 'parked', since: '2025-11-20T02:00:00.000Z' },
      ...{ code: 'UNKNOWN_EVENT_TYPE', errorId: null, count: 2, matter: null, clocks: [] },
    };
    await route.fulfill({ response, json: { ...status, held: parked ? [held] : [] } });
  });
  await page.route('**/api/triage/operations/redrive', async (route) => {
    asked.push(route.request().postData() ?? '');
    const response = await route.fetch();
    parked = false;
    await route.fulfill({ response });
  });
  await page.reload();
  await page.getByText(LINE).waitFor();
  return asked;
}

describeWith('chromium', 'what is parked', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  it.each([WIDTHS.desktop, WIDTHS.phone])(
    'is tried again from the page, %i wide, which says what became of it',
    async (width) => {
      const page = await product.open('/van-hanh', 'van', width);
      const asked = await park(page);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.getByText('An toàn: thử lại nhiều lần').waitFor();
      const retry = page.getByRole('button', { name: `Thử lại: ${LINE}` });
      await retry.focus();
      await page.keyboard.press('Enter');
      await page.getByText(/Đã thử lại ở dịch vụ Phân loại lúc \d\d:\d\d/).waitFor();
      await page.getByText('Phần được thử lại không còn bị dừng.').waitFor();
      await page.getByText(LINE).waitFor({ state: 'detached' });
      expect(asked).toEqual([JSON.stringify({ stream: STREAM })]);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('says what to type, to be copied, and leads to what to do first', async () => {
    const page = await product.open('/van-hanh', 'van');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await park(page);
    await page.getByRole('button', { name: `Sao chép lệnh: ${LINE}` }).click();
    await page.getByText('Đã sao chép').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(LINE);
    await page.getByRole('link', { name: 'Khi một luồng bị dừng' }).click();
    expect(new URL(page.url()).hash).toBe('#khi-luong-bi-dung');
    await page.getByRole('heading', { name: 'Khi một luồng bị dừng' }).waitFor();
    await page.getByText('npx mb redrive DỊCH-VỤ --list').waitFor();
    await page.context().close();
  });

  it('stays on the page, with the reason, when it could not be tried', async () => {
    const page = await product.open('/van-hanh', 'van');
    await park(page);
    await page.route('**/api/triage/operations/redrive', (route) => route.abort());
    await page.getByRole('button', { name: `Thử lại: ${LINE}` }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByText(LINE).count()).toBe(1);
    expect(await page.getByText('Đã thử lại ở dịch vụ').count()).toBe(0);
    await page.context().close();
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { Matters } from './matters.ts';
import { PASSWORD, Product, WIDTHS } from './product.ts';
import { violations } from './axe.ts';
import { fillPetition, NAME } from './reception.ts';

const dialog = (page: Page) =>
  page.getByRole('dialog', { name: 'Phiên làm việc đã hết, nội dung đã nhập vẫn còn' });

/** In the small window that the dialogue opens. */
async function signInAgain(page: Page, person: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await dialog(page).getByRole('link', { name: 'Đăng nhập lại' }).click();
  const small = await opened;
  await small.locator('input[name=username]').fill(person);
  await small.locator('input[type=password]').fill(PASSWORD);
  const closed = small.waitForEvent('close');
  await small.locator('button[type=submit]').first().click();
  await closed;
}

/** Each answer brings the cookie again. */
const idle = (page: Page) => page.waitForLoadState('networkidle');

/** The key of each command that the page sends. */
function keysOf(page: Page): (string | undefined)[] {
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/') && request.method() === 'POST')
      keys.push(request.headers()['idempotency-key']);
  });
  return keys;
}

describeWith('chromium', 'T22: a session that is over while something was typed', () => {
  let product: Product;
  let matters: Matters;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    matters = new Matters(product);
  }, 120_000);
  afterAll(() => product?.close());

  it('leaves no refusal out of sight: each stands next to the button, with the focus', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await fillPetition(page);
    await page.route('**/petitions', (route) => route.abort());
    const button = page.getByRole('button', { name: 'Ghi nhận đơn' });
    await button.click();
    const refusal = page.getByRole('alert').filter({ hasText: 'Chưa kết nối được máy chủ' });
    await refusal.waitFor();
    expect(await refusal.evaluate((box) => box.parentElement?.matches(':focus'))).toBe(true);
    const [said, pressed] = await Promise.all([refusal.boundingBox(), button.boundingBox()]);
    expect(said!.y).toBeGreaterThanOrEqual(0);
    expect(pressed!.y - (said!.y + said!.height)).toBeLessThan(60);
    await page.context().close();
  });

  it('is said where nobody can miss it, and the command goes on under the same key', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await fillPetition(page);
    const keys = keysOf(page);
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Ghi nhận đơn' }).click();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await signInAgain(page, 'dung');
    await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await page.context().close();
  });

  it('covers what it had fetched, loses no decision, and lets nobody else send it', async () => {
    const page = await product.open(`/ho-so/${await matters.registered()}`, 'giang');
    await page.getByRole('button', { name: 'Ghi chú' }).click();
    await page.getByLabel('Ghi chú').fill('Đã gọi xác nhận địa chỉ');
    const keys = keysOf(page);
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
    await dialog(page).waitFor();
    const behind = await dialog(page).evaluate(
      (box) => getComputedStyle(box, '::backdrop').backgroundColor,
    );
    expect(behind).toBe('rgb(246, 247, 245)');
    await signInAgain(page, 'binh');
    await dialog(page).getByText('Người vừa đăng nhập là Trần Văn Bình').waitFor();
    expect(keys).toHaveLength(1);
    await signInAgain(page, 'giang');
    await page.getByRole('paragraph').filter({ hasText: 'Đã gọi xác nhận địa chỉ' }).waitFor();
    expect(new Set(keys).size).toBe(1);
    await page.context().close();
  });

  it('is found by what the page asks for by itself, and takes no form away', async () => {
    const page = await product.open('/', 'dung');
    await page.clock.install();
    await page.goto(`${product.origin}/tiep-nhan`);
    await fillPetition(page);
    await idle(page);
    await page.context().clearCookies();
    await page.clock.fastForward(61_000);
    await dialog(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: WIDTHS.phone, height: 740 });
    expect(await violations(page)).toEqual([]);
    await signInAgain(page, 'dung');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Tên doanh nghiệp').inputValue()).toBe(NAME);
    await page.context().close();
  });

  it('needs no question where nothing was typed: it leads to the sign-in', async () => {
    const page = await product.open('/', 'giang');
    await page.clock.install();
    await page.goto(`${product.origin}/phan-loai`);
    await page.getByRole('heading', { name: 'Đơn chờ xử lý' }).waitFor();
    await idle(page);
    await page.context().clearCookies();
    await page.clock.fastForward(61_000);
    await page.locator('input[name=username]').waitFor();
    await page.context().close();
  });
});

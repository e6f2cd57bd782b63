import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { hashOf, makeReceiptCode } from '../public/receipt-code.ts';
import { Matters } from './matters.ts';
import { Product } from './product.ts';
import { fillPetition, NAME } from './reception.ts';

const language = (page: Page, name: string) => page.getByRole('button', { name }).click();
/** Of a page for everybody: it has an address of its own. */
const publicLanguage = (page: Page, name: string) => page.getByRole('link', { name }).click();
const question = (page: Page) =>
  page.getByRole('dialog', { name: 'Nội dung đã nhập chưa được ghi' });
const answer = (page: Page, name: string) => question(page).getByRole('button', { name }).click();

describeWith('chromium', 'T22: what was typed is not lost without a question', () => {
  let product: Product;
  let matters: Matters;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    matters = new Matters(product);
  }, 120_000);
  afterAll(() => product?.close());

  describe('another language', () => {
    it('keeps a filled form, and says its errors in that language', async () => {
      const page = await product.open('/tiep-nhan', 'dung');
      await fillPetition(page);
      await page.getByLabel('Ngày nhận').fill('31/02/2024');
      await page.getByRole('button', { name: 'Ghi nhận đơn' }).click();
      await page.getByRole('alert').filter({ hasText: 'mục cần sửa' }).waitFor();
      await language(page, 'English');
      await page.getByRole('heading', { name: 'Register a petition' }).waitFor();
      expect(await page.getByLabel('Name of enterprise').inputValue()).toBe(NAME);
      expect(await page.getByLabel('Complaint', { exact: true }).isChecked()).toBe(true);
      expect(await page.getByRole('alert').textContent()).toContain('Received on');
      await page.context().close();
    });

    it('keeps the receipt code, which is shown only once', async () => {
      const page = await product.open('/tiep-nhan', 'dung');
      await fillPetition(page);
      await page.getByRole('button', { name: 'Ghi nhận đơn' }).click();
      await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
      const code = page.locator('p[aria-label]').first();
      const before = await code.getAttribute('aria-label');
      await language(page, 'English');
      await page.getByText('Receipt code').first().waitFor();
      expect(before).toMatch(/^\w( \w){27}$/);
      expect(await code.getAttribute('aria-label')).toBe(before);
      await page.context().close();
    });

    it('keeps what was tracked', async () => {
      const code = makeReceiptCode();
      const number = await matters.registered({ receiptHash: await hashOf(code) });
      const page = await product.open('/tra-cuu');
      await page.getByLabel('Mã tra cứu').fill(code);
      await page.getByRole('button', { name: 'Tra cứu' }).click();
      await page.getByText(number).waitFor();
      await publicLanguage(page, 'English');
      await page.getByRole('heading', { name: 'Where your submission stands' }).waitFor();
      expect(await page.getByText(number).count()).toBe(1);
      await page.context().close();
    });

    it('stays this one, with a message, when the other cannot be fetched', async () => {
      const page = await product.open('/tra-cuu');
      await page.getByLabel('Mã tra cứu').fill('ABCD');
      await page.context().setOffline(true);
      await publicLanguage(page, 'English');
      await page.getByText('Chưa tải được tiếng Anh').waitFor();
      expect(await page.getByLabel('Mã tra cứu').inputValue()).toBe('ABCD');
      await page.context().setOffline(false);
      await publicLanguage(page, 'English');
      await page.getByRole('heading', { name: 'Track a submission' }).waitFor();
      expect(await page.getByLabel('Receipt code').inputValue()).toBe('ABCD');
      await page.context().close();
    });
  });

  describe('leaving', () => {
    it('asks at the menu, at Back and at signing out; staying keeps all', async () => {
      const page = await product.open('/qua-han', 'dung');
      await page.getByRole('link', { name: 'Tiếp nhận đơn' }).click();
      await fillPetition(page);
      const ways = [
        () => page.getByRole('link', { name: 'Minh Bạch' }).click(),
        () => page.getByRole('link', { name: 'Trang công khai' }).click(),
        () => page.evaluate('history.back()'),
        async () => {
          await page.getByRole('button', { name: /Tài khoản/ }).click();
          await page.getByRole('button', { name: 'Đăng xuất' }).click();
        },
      ];
      for (const go of ways) {
        await go();
        await question(page).waitFor();
        await answer(page, 'Ở lại');
        await question(page).waitFor({ state: 'hidden' });
        expect(new URL(page.url()).pathname).toBe('/tiep-nhan');
        expect(await page.getByLabel('Tên doanh nghiệp').inputValue()).toBe(NAME);
      }
      await page.evaluate('history.back()');
      await answer(page, 'Bỏ nội dung đã nhập');
      await page.getByRole('heading', { name: 'Quá hạn ở đơn vị trực thuộc' }).waitFor();
      await page.context().close();
    });

    it('asks before the page is closed or loaded again', async () => {
      const page = await product.open('/tiep-nhan', 'dung');
      await fillPetition(page);
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      expect(await page.getByLabel('Tên doanh nghiệp').inputValue()).toBe(NAME);
      await page.context().close();
    });

    it('asks nothing where nothing was typed', async () => {
      const page = await product.open('/tiep-nhan', 'dung');
      await page.getByRole('link', { name: 'Minh Bạch' }).click();
      await page.waitForURL(/lam-viec|tiep-nhan/);
      expect(await question(page).count()).toBe(0);
      await page.context().close();
    });

    it('is asked of a decision as well, by Esc too, which closes only the list that is open', async () => {
      const number = await matters.registered();
      await matters.classified(number);
      const page = await product.open(`/ho-so/${number}`, 'giang');
      await page.getByRole('button', { name: /^Thụ lý/ }).click();
      const unit = page.getByLabel('Đơn vị giải quyết').first();
      await unit.click();
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
      await page.getByLabel('Lý do').fill('Đã đọc kỹ');
      await page.keyboard.press('Escape');
      await answer(page, 'Ở lại');
      expect(await page.getByLabel('Lý do').inputValue()).toBe('Đã đọc kỹ');
      await page.getByRole('link', { name: /^Đơn chờ xử lý/ }).click();
      await answer(page, 'Ở lại');
      await page.getByLabel('Lý do').focus();
      await page.keyboard.press('Escape');
      await answer(page, 'Bỏ nội dung đã nhập');
      await page.getByLabel('Lý do').waitFor({ state: 'detached' });
      // The focus is where the next key counts.
      await page.keyboard.press('t');
      await page.getByLabel('Lý do').waitFor();
      await page.keyboard.press('Escape');
      await page.getByLabel('Lý do').waitFor({ state: 'detached' });
      await page.context().close();
    });
  });
});

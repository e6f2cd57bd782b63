import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { Matters } from './matters.ts';
import { Product } from './product.ts';

const REASON_MISSING = {
  status: 422,
  json: {
    code: 'REASON_MISSING',
    field: '/reason',
    vi: { title: 'Thiếu lý do', detail: 'Quyết định khác với đề xuất phải nêu lý do.' },
    en: { title: 'Reason missing', detail: 'Give the reason.' },
  },
};

/** How often a field says that it is optional, once it is there. */
async function optional(page: Page, name: string): Promise<number> {
  const label = page.locator('label', { hasText: name });
  await label.waitFor();
  return label.getByText('không bắt buộc').count();
}

describeWith('chromium', 'forms', () => {
  let product: Product;
  let matters: Matters;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    matters = new Matters(product);
  }, 120_000);
  afterAll(() => product?.close());

  it('find a unit by its code and by words without marks, below the label', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await page.setViewportSize({ width: 1280, height: 420 });
    const field = page.getByLabel('Đơn vị bị khiếu nại').first();
    for (const typed of ['hq-sm', 'may song', 'HQ SM', 'sông mây']) {
      await field.fill(typed);
      await page.getByRole('option', { name: /Hải quan cửa khẩu Sông Mây/ }).waitFor();
      expect(await page.getByRole('option').count()).toBe(1);
      const [list, label] = await Promise.all([
        page.getByRole('listbox').boundingBox(),
        page.locator('label', { hasText: 'Đơn vị bị khiếu nại' }).boundingBox(),
      ]);
      expect(list!.y).toBeGreaterThan(label!.y + label!.height);
    }
    await field.fill('không có');
    await page.getByText('Không có đơn vị nào khớp').waitFor();
    await page.context().close();
  });

  it('lose no unit: Tab and Enter choose it, typed or pasted, and what matches none stays', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    const field = page.getByLabel('Đơn vị bị khiếu nại').first();
    const SONG_MAY = 'Hải quan cửa khẩu Sông Mây (hư cấu)';
    const emptied = async () => {
      await field.fill('');
      await page.getByLabel('Trích yếu').focus();
    };
    await field.focus();
    await page.keyboard.type('song may');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe(SONG_MAY);
    for (const key of ['Enter', 'Enter', 'Tab']) {
      // Opened again, nothing typed: what is chosen stays.
      await field.click();
      await page.keyboard.press(key);
      expect(await field.inputValue()).toBe(SONG_MAY);
    }
    await emptied();
    expect(await field.inputValue()).toBe('');
    await field.focus();
    await page.keyboard.insertText('sông mây');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe(SONG_MAY);
    await emptied();
    await field.fill('HQ-SM');
    await page.getByLabel('Trích yếu').click();
    expect(await field.inputValue()).toBe(SONG_MAY);
    await field.fill('không có');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('không có');
    await page.getByText('Hãy chọn một đơn vị trong danh sách').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Ghi nhận đơn' }).click();
    await page
      .getByRole('link', { name: /^Đơn vị bị khiếu nại.*không có mục nào là “không có”/ })
      .click();
    expect(await field.evaluate((e) => e.matches(':focus'))).toBe(true);
    await page.context().close();
  });

  it('speak of people where people are searched', async () => {
    const found = await matters.accepted(await matters.registered());
    const page = await product.open(`/ho-so/${found}`, 'binh');
    await page.getByRole('button', { name: /^Giao việc/ }).click();
    await page.getByLabel('Người xác minh').first().fill('không có');
    await page.getByText('Không có người nào khớp').waitFor();
    await page.context().close();
  });

  it('ask for the reason as soon as a choice differs, and not before', async () => {
    const page = await product.open(`/ho-so/${await matters.registered()}`, 'giang');
    await page.getByRole('button', { name: /^Phân loại/ }).click();
    expect(await optional(page, 'Lý do phân loại khác với khai báo')).toBe(1);
    await page.getByLabel('Kiến nghị').check();
    expect(await optional(page, 'Lý do phân loại khác với khai báo')).toBe(0);
    await page.getByRole('button', { name: 'Phân loại', exact: true }).click();
    await page.getByRole('link', { name: 'Hãy nhập lý do phân loại khác với khai báo' }).waitFor();
    await page.getByLabel('Khiếu nại', { exact: true }).check();
    expect(await optional(page, 'Lý do phân loại khác với khai báo')).toBe(1);
    await page.context().close();
  });

  it('ask whom it is against where the registration names nobody, and show it then', async () => {
    const number = await matters.registered({ respondentUnit: null });
    const page = await product.open(`/ho-so/${number}`, 'giang');
    await page.getByRole('button', { name: /^Phân loại/ }).click();
    await page
      .getByLabel(/^Đơn vị bị khiếu nại/)
      .first()
      .fill('deo gio');
    await page.getByRole('option').click();
    await page.getByRole('button', { name: 'Phân loại', exact: true }).click();
    await page.getByText('Đã ghi: Phân loại').waitFor();
    const against = page.locator('dl > div').filter({ hasText: 'Đơn vị bị khiếu nại' });
    await against.getByText('Hải quan cửa khẩu Đèo Gió').first().waitFor();
    await page.context().close();
  });

  it('ask for the reason of an acceptance that was not proposed, without its assumption', async () => {
    const number = await matters.registered({ legible: false });
    await matters.classified(number);
    const page = await product.open(`/ho-so/${number}`, 'giang');
    await page.getByText('Hệ thống đề xuất').waitFor();
    expect(await page.getByText('Đề xuất này giả định').count()).toBe(0);
    await page.getByRole('button', { name: /^Thụ lý/ }).click();
    await page.getByLabel('Đơn đủ điều kiện thụ lý').check();
    expect(await optional(page, 'Lý do')).toBe(0);
    await page.getByRole('button', { name: 'Thụ lý', exact: true }).click();
    await page.getByRole('link', { name: 'Hãy nhập lý do' }).waitFor();
    await page.context().close();
  });

  it('put a refusal that is about one field at that field', async () => {
    const number = await matters.registered();
    await matters.classified(number);
    const page = await product.open(`/ho-so/${number}`, 'giang');
    await page.route('**/acceptance', (route) => route.fulfill(REASON_MISSING));
    await page.getByText('Đề xuất này giả định').waitFor();
    await page.getByRole('button', { name: /^Thụ lý/ }).click();
    await page.getByLabel('Đơn đủ điều kiện thụ lý').check();
    await page.getByRole('button', { name: 'Thụ lý', exact: true }).click();
    await page.getByRole('link', { name: 'Quyết định khác với đề xuất phải nêu lý do.' }).click();
    expect(await page.getByLabel(/^Lý do/).evaluate((e) => e.matches(':focus'))).toBe(true);
    expect(await page.getByLabel(/^Lý do/).getAttribute('aria-invalid')).toBe('true');
    await page.context().close();
  });

  it('take no gist of a denunciation, and ask an organisation for its own name', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await page.getByLabel('Trích yếu').fill('Tố cáo ông A');
    await page.getByLabel('Tố cáo', { exact: true }).check();
    await page.getByLabel('Trích yếu').waitFor({ state: 'detached' });
    await page.getByLabel('Doanh nghiệp', { exact: true }).check();
    await page.getByLabel('Tên doanh nghiệp, tổ chức').waitFor();
    await page.context().close();
  });
});

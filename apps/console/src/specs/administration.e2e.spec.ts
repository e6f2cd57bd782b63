import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { daysAgo, Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

const NAME = 'Vũ Thị Thêm';
const typedDay = (date: string) => date.split('-').reverse().join('/');

/** An administrator adds an officer and ends another's post; a second one confirms; the work is handed over. */
describeWith('chromium', 'administration, in the console', () => {
  let product: Product;
  let caseNumber: string;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const matters = new Matters(product);
    caseNumber = await matters.accepted(await matters.registered());
    await matters.work(caseNumber, 'assignment', { assignee: 'hung', noConflict: true }, 'binh');
  }, 120_000);
  afterAll(() => product?.close());

  async function looksWell(page: Page) {
    for (const width of [WIDTHS.phone, WIDTHS.desktop]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
    }
  }

  it('an officer is added by one administrator and confirmed by another', async () => {
    const first = await product.open('/quan-tri', 'quan');
    await first.getByRole('button', { name: 'Thêm người' }).click();
    await first.getByRole('button', { name: 'Đề xuất' }).click();
    await first.getByRole('alert').getByText('Hãy chọn nhiệm vụ được giao').waitFor();
    await looksWell(first);
    await first.getByLabel('Họ và tên').fill(NAME);
    await first.getByLabel('Mã người').fill('Thêm');
    await first.getByLabel('Mã tài khoản').fill('them-1');
    await first.getByRole('combobox', { name: 'Đơn vị' }).fill('HQ-SM');
    await first.keyboard.press('Tab');
    await first.getByLabel('Chức danh', { exact: true }).fill('Công chức xác minh');
    await first.getByLabel('Xác minh', { exact: true }).check();
    await first.keyboard.press('Control+Enter');
    await first.getByRole('alert').getByText('Mã người').waitFor();
    await first.getByLabel('Mã người').fill('them');
    await first.keyboard.press('Control+Enter');
    await first.getByText('2 đề xuất đang chờ quản trị viên thứ hai').waitFor();
    await first.getByRole('link', { name: 'Chờ quản trị viên thứ hai' }).last().click();
    await first.getByText('Bạn đề xuất').first().waitFor();
    expect(await first.getByRole('button', { name: /^Xác nhận/ }).count()).toBe(0);

    const second = await product.open('/quan-tri/de-xuat', 'linh');
    await second.getByRole('heading', { name: `Giao vị trí: ${NAME}` }).waitFor();
    await looksWell(second);
    for (const heading of [`Người mới: ${NAME}`, `Giao vị trí: ${NAME}`]) {
      const item = second.getByRole('listitem', { name: heading });
      await item.getByRole('button', { name: /^Xác nhận/ }).click();
      await item.waitFor({ state: 'detached' });
      await second.getByText(`Đã xác nhận: ${NAME}`).waitFor();
    }
    await second.goto(`${product.origin}/quan-tri`);
    await second.getByRole('textbox', { name: 'Tìm người' }).fill('vu them');
    await second.keyboard.press('Enter');
    await second.getByRole('heading', { name: NAME }).waitFor();
    await second.getByText('1 người', { exact: true }).waitFor();
    for (const page of [first, second]) await page.close();
  }, 90_000);

  it('a post is ended, and the head assigns what its holder had anew', async () => {
    const page = await product.open('/quan-tri', 'quan');
    await page.getByRole('button', { name: 'Thay đổi: Đặng Mạnh Hùng' }).click();
    await page.getByRole('button', { name: 'Kết thúc vị trí' }).click();
    await page.getByText('Việc đang giữ không tự chuyển cho ai').waitFor();
    await page.getByLabel('Làm việc đến hết ngày').fill(typedDay(daysAgo(1)));
    await page.getByRole('button', { name: 'Kết thúc', exact: true }).click();
    await page.getByText('Đã ghi, có hiệu lực theo ngày đã nhập').waitFor();
    await page.getByText('Vị trí đã kết thúc (1)').waitFor();
    await looksWell(page);
    await page.close();

    const head = await product.open('/lam-viec', 'binh');
    const line = head.getByRole('link', { name: 'Vụ việc mà người giữ không còn làm việc' });
    await line.click();
    await head.getByText('Đặng Mạnh Hùng (không còn làm việc ở đây)').first().waitFor();
    await head.getByRole('link', { name: caseNumber }).first().click();
    await head.getByRole('button', { name: 'Giao việc' }).first().click();
    await head.getByLabel('Người xác minh').fill(NAME);
    await head.keyboard.press('Tab');
    await head.getByLabel(/^Đã đối chiếu/).check();
    await head.locator('form').getByRole('button', { name: 'Giao việc' }).click();
    await head.getByText('Đã ghi: Giao việc').first().waitFor();
    await head.goto(`${product.origin}/vu-viec?view=holder-left`);
    await head.getByText('Không có việc nào').first().waitFor();
    await head.close();
  }, 90_000);

  it('nobody else has these pages', async () => {
    const page = await product.open('/quan-tri', 'binh');
    await page.getByText('Trang này chỉ dành cho quản trị viên').waitFor();
    await page.close();
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { violations } from './axe.ts';
import { Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

describeWith('chromium', 'saved views of a list', () => {
  let product: Product;
  let feedback: string;
  let complaint: string;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const matters = new Matters(product);
    complaint = await matters.registered({ gist: 'Khiếu nại thuế nhập khẩu' });
    feedback = await matters.registered({ gist: 'Giờ mở cửa', declaredKind: 'feedback' });
  }, 120_000);
  afterAll(() => product?.close());

  it('are named, opened by their link, and survive another browser', async () => {
    const page = await product.open('/phan-loai?kind=feedback&sort=-on', 'giang');
    await page.getByRole('button', { name: 'Lưu danh sách này' }).click();
    await page.getByLabel('Tên (nhiều nhất 60 ký tự)').fill('Phản ánh mới');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Phản ánh mới' }).waitFor();
    await page.context().close();

    const other = await product.open('/phan-loai', 'giang', WIDTHS.phone);
    await other.getByText(complaint).waitFor();
    await other.getByRole('link', { name: 'Phản ánh mới' }).click();
    await other.getByText(complaint).waitFor({ state: 'detached' });
    await other.getByText(feedback).waitFor();
    expect(await violations(other)).toEqual([]);
    await other.context().close();
  });

  it('are what a list begins with, until its filters are cleared', async () => {
    const page = await product.open('/phan-loai', 'giang');
    await page.getByRole('button', { name: 'Sửa danh sách đã lưu' }).click();
    await page.getByRole('checkbox', { name: 'Đặt “Phản ánh mới” làm mặc định' }).click();
    await page.getByRole('link', { name: 'Phản ánh mới (mặc định)' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.goto(`${product.origin}/phan-loai`);
    await page.getByText(feedback).waitFor();
    expect(new URL(page.url()).search).toContain('kind=feedback');
    expect(await page.getByText(complaint).count()).toBe(0);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByText(complaint).waitFor();
    await page.getByRole('link', { name: /Đơn chờ xử lý/ }).click();
    await page.getByText(complaint).waitFor();
    await page.context().close();
  });

  it('are renamed and deleted, and refused by words where a name is taken', async () => {
    const page = await product.open('/phan-loai?view=all', 'giang');
    await page.getByRole('button', { name: 'Lưu danh sách này' }).click();
    const name = page.getByLabel('Tên (nhiều nhất 60 ký tự)');
    await name.fill('Phản ánh mới');
    await page.keyboard.press('Enter');
    await page.getByText('Đã có danh sách mang tên này').waitFor();
    await name.fill('Tất cả đơn');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Tất cả đơn' }).waitFor();
    await page.getByRole('button', { name: 'Sửa danh sách đã lưu' }).click();
    await page.getByLabel('Tên của “Tất cả đơn”').fill('Mọi đơn');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Xóa “Phản ánh mới”' }).click();
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('link', { name: 'Mọi đơn' }).waitFor();
    expect(await page.getByRole('link', { name: /Phản ánh mới/ }).count()).toBe(0);
    await page.context().close();
  });

  it('say so where a value can no longer be chosen', async () => {
    const page = await product.open('/phan-loai?unit=HQ-KHONG-CON', 'binh');
    await page.getByText('Giá trị lọc không còn trong danh sách chọn').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

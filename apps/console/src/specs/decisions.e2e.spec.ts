import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { Matters } from './matters.ts';
import { Product } from './product.ts';

const AWAY = {
  status: 503,
  json: {
    code: 'UNAVAILABLE',
    vi: { title: 'Dịch vụ chưa sẵn sàng', detail: 'Hãy thử lại sau ít phút.' },
    en: { title: 'Not ready', detail: 'Try again shortly.' },
  },
};

describeWith('chromium', 'deciding on a petition', () => {
  let product: Product;
  let matters: Matters;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    matters = new Matters(product);
  }, 120_000);
  afterAll(() => product?.close());

  it('goes from the list to the next petition by keys alone', async () => {
    const first = await matters.registered();
    const second = await matters.registered();
    const page = await product.open('/phan-loai', 'giang');
    await page.getByRole('link', { name: first }).waitFor();
    const order = await page.locator('[data-row]').allTextContents();
    expect(order.toSorted()).toEqual([first, second].toSorted());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Hồ sơ ${order[0]}` }).waitFor();
    await page.getByRole('button', { name: 'Phân loại' }).focus();
    await page.keyboard.press('p');
    await page.locator('input[type=radio]:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: `Hồ sơ ${order[1]}` }).waitFor();
    await page.context().close();
  });

  it('keeps what was typed when somebody was quicker, shows both, and applies it again', async () => {
    const number = await matters.registered();
    const page = await product.open(`/ho-so/${number}`, 'binh');
    await page.getByRole('button', { name: 'Phân loại' }).click();
    await page.getByLabel('Kiến nghị').check();
    await page.getByLabel('Lý do phân loại khác với khai báo').fill('Đơn nêu kiến nghị về thủ tục');
    await matters.classified(number, 'feedback', 'Xét theo nội dung');
    await page.getByRole('button', { name: 'Phân loại', exact: true }).click();
    const panel = page.getByRole('alert');
    await panel
      .getByText(/Phan Trường Giang đã quyết định lúc .+ Quyết định này chưa được ghi\./)
      .waitFor();
    expect(await page.getByLabel('Lý do phân loại khác với khai báo').inputValue()).toBe(
      'Đơn nêu kiến nghị về thủ tục',
    );
    await panel.getByRole('button', { name: 'Xem khác biệt' }).click();
    await panel.getByText('Phân loại đơn: phản ánh').waitFor();
    await panel.getByText('Đơn nêu kiến nghị về thủ tục').waitFor();
    await panel.getByRole('button', { name: 'Áp dụng lại' }).click();
    await page.getByText(/Đã ghi: Phân loại/).waitFor();
    await page.context().close();
  });

  it('keeps what was typed when the service is away; trying again is the same command', async () => {
    const page = await product.open(`/ho-so/${await matters.registered()}`, 'giang');
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
    });
    await page.getByRole('button', { name: 'Ghi chú' }).click();
    await page.getByLabel('Ghi chú').fill('Đã gọi xác nhận địa chỉ');
    await page.route('**/notes', (route) => route.fulfill(AWAY), { times: 1 });
    await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
    await page.getByText('Dịch vụ chưa sẵn sàng').waitFor();
    expect(await page.getByLabel('Ghi chú').inputValue()).toBe('Đã gọi xác nhận địa chỉ');
    await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
    await page.getByRole('paragraph').filter({ hasText: 'Đã gọi xác nhận địa chỉ' }).waitFor();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await page.context().close();
  });

  it('repeats number, conclusion and effect before an approval', async () => {
    const found = await matters.proposed(await matters.registered());
    const page = await product.open(`/ho-so/${found}`, 'binh');
    await page.getByRole('button', { name: 'Phê duyệt' }).click();
    await page.getByText(`Phê duyệt kết luận phiên bản 1 của vụ việc ${found}:`).waitFor();
    await page.getByText('không sửa được nữa').waitFor();
    await page.getByRole('button', { name: 'Phê duyệt', exact: true }).click();
    await page.getByText(/Đã ghi: Phê duyệt/).waitFor();
    await page.getByText('Phê duyệt kết luận').first().waitFor();
    await page.context().close();
  });

  it('closes an opened identity when the window is left', async () => {
    const number = await matters.registered();
    const page = await product.open(`/ho-so/${number}`, 'giang');
    await page.getByLabel('Xác minh nhân thân').check();
    await page.getByRole('button', { name: /Xem danh tính/ }).click();
    await page.getByText('Công ty TNHH Nước Trong').waitFor();
    expect(await page.title()).toBe(`Hồ sơ ${number} · Minh Bạch`);
    await page.evaluate('window.dispatchEvent(new Event("blur"))');
    await page.getByText('Công ty TNHH Nước Trong').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('takes no single key while someone types, nor after they were switched off', async () => {
    const page = await product.open(`/ho-so/${await matters.registered()}`, 'giang');
    await page.getByRole('button', { name: 'Ghi chú' }).click();
    await page.getByLabel('Ghi chú').pressSequentially('p/?');
    expect(await page.getByLabel('Ghi chú').inputValue()).toBe('p/?');
    await page.getByRole('button', { name: 'Hủy' }).click();
    await page.getByRole('button', { name: /Phím tắt/ }).click();
    await page.getByLabel('Bật phím tắt một chữ').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Phân loại' }).focus();
    await page.keyboard.press('p');
    expect(await page.getByLabel('Lý do phân loại khác với khai báo').count()).toBe(0);
    await page.context().close();
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { daysAgo, Matters } from './matters.ts';
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
  }, 300_000);
  afterAll(() => product?.close());

  it('goes from the list to the next petition by four keys', async () => {
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
    await page.getByRole('button', { name: 'Phân loại' }).waitFor();
    await page.keyboard.press('p');
    await page.locator('input[type=radio]:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('input[type=checkbox]:focus').waitFor();
    await page.getByText(/^Đã ghi: Phân loại/).waitFor();
    await page.keyboard.press('Space');
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

  it('ends when the draft is another one by now: it is read, then judged', async () => {
    const found = await matters.proposed(await matters.registered());
    const page = await product.open(`/ho-so/${found}`, 'binh');
    await page.getByRole('button', { name: 'Trả lại để hoàn thiện' }).click();
    const note = page.getByLabel('Cần hoàn thiện điểm nào');
    await note.fill('Nêu rõ căn cứ tính thuế');
    await matters.work(found, 'return', { version: 1, note: 'Thiếu căn cứ' }, 'cuc');
    await matters.work(found, 'conclusions', {
      conclusion: 'dismissed',
      findings: 'Đã bổ sung căn cứ.',
      law: 'Luật Khiếu nại 02/2011 Đ.31',
      measures: 'Giữ nguyên quyết định.',
    });
    const submit = page.getByRole('button', { name: 'Trả lại để hoàn thiện', exact: true });
    await submit.click();
    await page.getByRole('button', { name: 'Áp dụng lại' }).click();
    await page.getByText('Nội dung đã thay đổi từ phiên bản 1', { exact: true }).waitFor();
    await page.getByText('Hãy đọc phiên bản 2 rồi quyết định lại.').waitFor();
    await page.getByRole('button', { name: 'Đọc phiên bản 2' }).click();
    await page.locator('article:focus').getByText('Đã bổ sung căn cứ.').waitFor();
    expect(await note.inputValue()).toBe('Nêu rõ căn cứ tính thuế');
    await submit.click();
    await page.getByText('Đã ghi: Trả lại để hoàn thiện').waitFor();
    await page.context().close();
  });

  it('shows one panel for each matter, whichever was looked at before', async () => {
    // Received before all others, so that they stand side by side in the list: further back than
    // Tết is long, for holidays give all that comes in them the same date.
    const receivedOn = daysAgo(12);
    const numbers = [
      await matters.registered({ receivedOn }),
      await matters.registered({ receivedOn }),
    ];
    // What the page goes on to after the second.
    await matters.registered();
    const page = await product.open('/phan-loai', 'giang');
    await page.getByRole('link', { name: numbers[1]! }).waitFor();
    const listed = await page.locator('[data-row]').allTextContents();
    const [first, second] = listed.filter((number) => numbers.includes(number)) as [string, string];
    const panels = page.getByRole('heading', { name: 'Xử lý', exact: true });
    await page.getByRole('link', { name: first }).click();
    for (const number of [first, second]) {
      await page.getByRole('heading', { name: `Hồ sơ ${number}` }).waitFor();
      await page.getByRole('button', { name: /^Phân loại/ }).click();
      await page.locator('input[type=radio]:focus').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByLabel('Đơn đủ điều kiện thụ lý').waitFor();
      await page.getByRole('button', { name: 'Hủy' }).click();
      if (number === first) await page.getByRole('link', { name: 'Mở việc tiếp theo' }).click();
    }
    await page.getByLabel('Mở hồ sơ theo số').fill(first);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Hồ sơ ${first}` }).waitFor();
    await page.getByRole('button', { name: /^Thụ lý/ }).click();
    await page.getByLabel('Đơn đủ điều kiện thụ lý').check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: `Hồ sơ ${second}` }).waitFor();
    await page
      .getByRole('button', { name: /^Thụ lý/ })
      .first()
      .waitFor();
    expect(await panels.count()).toBe(1);
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
    await page.getByRole('button', { name: 'Bỏ nội dung đã nhập' }).click();
    await page.getByRole('button', { name: /Phím tắt/ }).click();
    await page.getByLabel('Bật phím tắt một chữ').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Phân loại' }).focus();
    await page.keyboard.press('p');
    expect(await page.getByLabel('Lý do phân loại khác với khai báo').count()).toBe(0);
    await page.context().close();
  });
});

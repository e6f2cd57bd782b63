import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { startConsole } from './chromium.ts';
import type { Console } from './chromium.ts';

const POST = { method: 'POST', headers: { 'content-type': 'application/json' } };

describeWith('chromium', 'deciding on a petition', () => {
  let served: Console;
  beforeAll(async () => {
    served = await startConsole(capabilities.chromium);
  });
  afterAll(() => served.close());

  it('goes from the list to the next petition by keys alone', async () => {
    const page = await served.open('/phan-loai', 'giang');
    await page.getByRole('link', { name: 'D26-48301725-1' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Hồ sơ D26-48301725-1' }).waitFor();
    await page.getByRole('button', { name: 'Phân loại' }).focus();
    await page.keyboard.press('p');
    await page.locator('input[type=radio]:focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Hồ sơ D26-10482277-4' }).waitFor();
    await page.context().close();
  });

  it('keeps what was typed when somebody was quicker, shows both, and applies it again', async () => {
    const page = await served.open('/ho-so/D26-77120934-8', 'giang');
    await page.getByRole('button', { name: 'Phân loại' }).click();
    await page.getByLabel('Kiến nghị').check();
    await page.getByLabel('Lý do khác với khai báo').fill('Đơn nêu kiến nghị về thủ tục');
    await fetch(`${served.origin}/api/triage/petitions/D26-77120934-8/classification?by=binh`, {
      ...POST,
      body: JSON.stringify({ kind: 'denunciation', reason: 'Xét theo nội dung' }),
    });
    await page.getByRole('button', { name: 'Phân loại', exact: true }).click();
    const panel = page.getByRole('alert');
    await panel
      .getByText(/Trần Văn Bình đã quyết định lúc .+ Quyết định này chưa được ghi\./)
      .waitFor();
    expect(await page.getByLabel('Lý do khác với khai báo').inputValue()).toBe(
      'Đơn nêu kiến nghị về thủ tục',
    );
    await panel.getByRole('button', { name: 'Xem khác biệt' }).click();
    await panel.getByText('Xét theo nội dung').waitFor();
    await panel.getByText('Đơn nêu kiến nghị về thủ tục').waitFor();
    await panel.getByRole('button', { name: 'Áp dụng lại' }).click();
    await page.getByText(/Đã ghi: Phân loại/).waitFor();
    await page.context().close();
  });

  it('keeps what was typed when the service is away; trying again is the same command', async () => {
    const page = await served.open('/ho-so/D26-30915562-0', 'giang');
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
    });
    await page.getByRole('button', { name: 'Ghi chú' }).click();
    await page.getByLabel('Ghi chú').fill('Đã gọi xác nhận địa chỉ');
    await fetch(`${served.origin}/api/fake/fail?code=UNAVAILABLE`, POST);
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
    const page = await served.open('/ho-so/D26-55201946-6', 'binh');
    await page.getByRole('button', { name: 'Phê duyệt' }).click();
    await page.getByText('Phê duyệt kết luận phiên bản 1 của vụ việc V26-55201946-6:').waitFor();
    await page.getByText('không sửa được nữa').waitFor();
    await page.getByRole('button', { name: 'Phê duyệt', exact: true }).click();
    await page.getByText(/Đã ghi: Phê duyệt/).waitFor();
    await page.getByText('Phê duyệt kết luận.').waitFor();
    await page.context().close();
  });

  it('closes an opened identity when the window is left', async () => {
    const page = await served.open('/ho-so/D26-48301725-1', 'giang');
    await page.getByRole('button', { name: /Xem danh tính/ }).click();
    await page.getByText('Công ty TNHH Nước Trong').waitFor();
    expect(await page.title()).toBe('Hồ sơ D26-48301725-1 · Minh Bạch');
    await page.evaluate('window.dispatchEvent(new Event("blur"))');
    await page.getByText('Công ty TNHH Nước Trong').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('takes no single key while someone types, nor after they were switched off', async () => {
    const page = await served.open('/ho-so/D26-48301725-1', 'giang');
    await page.getByRole('button', { name: 'Ghi chú' }).click();
    await page.getByLabel('Ghi chú').pressSequentially('p/?');
    expect(await page.getByLabel('Ghi chú').inputValue()).toBe('p/?');
    await page.getByRole('button', { name: 'Hủy' }).click();
    await page.getByRole('button', { name: /Phím tắt/ }).click();
    await page.getByLabel('Bật phím tắt một chữ').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Phân loại' }).focus();
    await page.keyboard.press('p');
    expect(await page.getByLabel('Lý do khác với khai báo').count()).toBe(0);
    await page.context().close();
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { startConsole } from './chromium.ts';
import type { Console } from './chromium.ts';

const fill = async (page: Page) => {
  await page.getByLabel('Khiếu nại', { exact: true }).check();
  await page.getByLabel('Qua dịch vụ bưu chính').check();
  await page.getByLabel('Doanh nghiệp', { exact: true }).check();
  await page.getByLabel('Họ và tên').fill('Công ty TNHH Nước Trong');
  await page.getByLabel('Nội dung, yêu cầu của người gửi').fill('Không đồng ý với quyết định');
};

const send = (page: Page) => page.getByRole('button', { name: 'Ghi nhận đơn' }).click();

const pdf = (content: string) => ({
  name: 'don.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(content),
});

describeWith('chromium', 'reception', () => {
  let served: Console;
  beforeAll(async () => {
    served = await startConsole(capabilities.chromium);
  });
  afterAll(() => served.close());

  it('shows number and code apart, sends the hash only, and asks for the last group', async () => {
    const page = await served.open('/tiep-nhan', 'dung');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    await fill(page);
    await send(page);
    await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
    const code =
      (await page.locator('[aria-label^="A"], p[aria-label]').first().getAttribute('aria-label')) ??
      '';
    const letters = code.replaceAll(' ', '');
    expect(letters).toMatch(/^[A-HJKMNP-Z2-9]{28}$/);
    expect(sent.join().toUpperCase()).not.toContain(letters);
    await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
    await page.getByText('Nhóm cuối chưa đúng').waitFor();
    await page.getByLabel(/Nhập nhóm ký tự cuối/).fill(letters.slice(-4).toLowerCase());
    await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
    await page.getByRole('heading', { name: /^Hồ sơ D26-/ }).waitFor();
    expect(
      await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })'),
    ).not.toContain(letters);
    await page.context().close();
  });

  it('puts the focus on what is wrong, with links to the fields', async () => {
    const page = await served.open('/tiep-nhan', 'dung');
    await page.getByLabel('Ngày nhận').fill('31/02/2026');
    await send(page);
    const summary = page.getByRole('alert').filter({ hasText: 'mục cần sửa' });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    await summary.getByRole('link', { name: 'Nhập ngày/tháng/năm' }).click();
    expect(await page.getByLabel('Ngày nhận').evaluate((e) => e.matches(':focus'))).toBe(true);
    await page.context().close();
  });

  it('keeps everything when the server refuses a field, and says it there', async () => {
    const page = await served.open('/tiep-nhan', 'dung');
    await fill(page);
    await fetch(`${served.origin}/api/fake/fail?code=INVALID_INPUT`, { method: 'POST' });
    await send(page);
    await page.getByRole('link', { name: 'Có ký tự hỏng. Hãy gõ lại.' }).waitFor();
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Công ty TNHH Nước Trong');
    expect(await page.getByLabel('Họ và tên').getAttribute('aria-invalid')).toBe('true');
    await send(page);
    await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
    await page.context().close();
  });

  it('says clearly which files it does not take', async () => {
    const page = await served.open('/tiep-nhan', 'dung');
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ ...pdf('x'), mimeType: 'text/plain' });
    await page.getByText('Chỉ nhận tệp PDF, PNG hoặc JPEG').waitFor();
    await file.setInputFiles(pdf('x'.repeat(20 * 1024 * 1024 + 1)));
    await page.getByText('Tệp lớn hơn 20 MB').waitFor();
    await file.setInputFiles(pdf('MZ-not-a-pdf'));
    await page.getByText('Nội dung tệp không khớp').waitFor();
    await file.setInputFiles(pdf('%PDF-1.7'));
    await page.getByText(/Đã niêm phong: PDF/).waitFor();
    await page.context().close();
  });

  it('tells the holder of a code where the petition stands, and keeps the code out of addresses', async () => {
    const page = await served.open('/tra-cuu');
    await page.getByLabel('Mã tra cứu').fill('abcd-efgh');
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    await page.getByText('Mã tra cứu có 28 ký tự; mã vừa nhập có 8').waitFor();
    await page.getByLabel('Mã tra cứu').fill('ZZZZ'.repeat(7));
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    await page.getByText('Mã tra cứu không đúng; hãy kiểm tra từng ký tự.').waitFor();
    await page.getByLabel('Mã tra cứu').fill('abcd-efgh-jkmn-pqrs-tuvw-xyz2-3456');
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    await page.getByText('Đơn của ông/bà đang được xác minh').waitFor();
    expect(page.url()).toBe(`${served.origin}/tra-cuu`);
    await page.context().close();
  });

  it('shows nothing more after signing out', async () => {
    const page = await served.open('/ho-so/D26-48301725-1', 'giang');
    await page.getByRole('button', { name: /Tài khoản/ }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: /Khiếu nại, tố cáo/ }).waitFor();
    await page.goBack();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('máy lọc nước').count()).toBe(0);
    await page.context().close();
  });
});

import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { inGroups } from '../public/receipt-code.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { violations } from './axe.ts';
import { Matters, daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';
import { fillPetition as fill } from './reception.ts';

const send = (page: Page) => page.getByRole('button', { name: 'Ghi nhận đơn' }).click();

const LABEL_OF_FOCUS =
  'document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent';

const BROKEN_NAME = {
  status: 400,
  json: {
    code: 'INVALID_INPUT',
    vi: { title: 'Một số thông tin chưa đúng', detail: 'Hãy sửa các mục được nêu.' },
    en: { title: 'Some of the input is not right', detail: 'Correct the fields named here.' },
    errors: [
      {
        pointer: '/sender/name',
        vi: 'Có ký tự hỏng. Hãy gõ lại.',
        en: 'Broken characters. Type it again.',
      },
    ],
  },
};

const pdf = (content: string) => ({
  name: 'don.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(content),
});

const folder = mkdtempSync(join(tmpdir(), 'minh-bach-reception-'));
afterAll(() => rm(folder, { recursive: true }));
async function sparePdf(bytes: number): Promise<string> {
  const path = join(folder, 'don.pdf');
  await writeFile(path, Buffer.alloc(bytes));
  return path;
}

describeWith('chromium', 'reception', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  it.each([WIDTHS.desktop, WIDTHS.phone])(
    'asks, %i wide, who forwarded it where another body did, and shows it in the file',
    async (width) => {
      // Read once: a run may pass midnight.
      const sentOn = dayMonthYear(daysAgo(2));
      const page = await product.open('/tiep-nhan', 'dung', width);
      await fill(page);
      const name = page.getByLabel('Tên cơ quan, người chuyển đơn');
      expect(await name.count()).toBe(0);
      await page.getByLabel('Cơ quan khác chuyển đến').check();
      await page.getByLabel('Cơ quan báo chí').check();
      await name.fill('Báo Thử Nghiệm');
      await page.getByLabel('Số, ký hiệu văn bản chuyển').fill('12/CV-BTN');
      await page.getByLabel('Ngày văn bản chuyển').fill(sentOn);
      expect(await violations(page)).toEqual([]);
      await send(page);
      await page.getByText('Đã tiếp nhận đơn', { exact: true }).waitFor();
      const number =
        (await page
          .getByText(/D\d{2}-\d{8}-\d/)
          .first()
          .textContent()) ?? '';
      const file = await product.open(`/ho-so/${number}`, 'dung', width);
      await file.getByText('Cơ quan báo chí: Báo Thử Nghiệm').waitFor();
      await file.getByText(`12/CV-BTN, ${sentOn}`).waitFor();
      expect(await violations(file)).toEqual([]);
      await Promise.all([page, file].map((one) => one.context().close()));
    },
  );

  it('shows number and code apart, sends the hash only, and asks for the last group', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
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
    for (const way of [
      page.getByRole('link', { name: 'Minh Bạch' }),
      page.getByRole('link', { name: 'Trang công khai' }),
      page.getByRole('button', { name: 'Tiếp nhận đơn khác' }),
      page.getByRole('button', { name: 'Mở hồ sơ' }),
    ])
      await way.click();
    await page.getByText('Chưa rời trang').waitFor();
    await page.getByLabel(/Nhập nhóm ký tự cuối/).fill('0000');
    await page.getByText('Nhóm cuối chưa đúng').waitFor();
    expect(await page.locator('p[aria-label] span').allTextContents()).toEqual(inGroups(letters));
    await page.getByLabel(/Nhập nhóm ký tự cuối/).fill(letters.slice(-4).toLowerCase());
    await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
    await page.getByRole('heading', { name: /^Hồ sơ D\d\d-/ }).waitFor();
    expect(
      await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })'),
    ).not.toContain(letters);
    await page.context().close();
  });

  it('takes a whole petition by keys alone', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    const to = async (label: string) => {
      for (let i = 0; i < 6; i++) {
        await page.keyboard.press('Tab');
        const named = await page.evaluate(LABEL_OF_FOCUS);
        if (String(named).includes(label)) return;
      }
      throw new Error(`${label} was not reached`);
    };
    await page.getByRole('heading', { name: 'Tiếp nhận đơn' }).focus();
    await to('Khiếu nại');
    await page.keyboard.press('Space');
    await to('Trực tiếp');
    await page.keyboard.press('ArrowDown');
    await to('Ngày nhận');
    await to('Đơn có chữ ký');
    await page.keyboard.press('Space');
    await to('Cá nhân');
    await page.keyboard.press('Space');
    await to('Họ và tên');
    await page.keyboard.type('Nguyễn Văn Tám (hư cấu)');
    await to('Số định danh');
    await to('Đơn vị bị khiếu nại');
    await page.keyboard.type('không có');
    await page.getByText('Không có đơn vị nào khớp').waitFor();
    // Sends nothing.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('hq-sm');
    await page.getByRole('option').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByText('mục cần sửa').count()).toBe(0);
    await to('Trích yếu');
    await page.keyboard.type('Khiếu nại bằng bàn phím');
    await to('Nội dung, yêu cầu');
    await page.keyboard.type('Không đồng ý.');
    await to('Ghi nhận đơn');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.keyboard.press('Enter');
    expect((await sent).postDataJSON()).toMatchObject({
      declaredKind: 'complaint',
      channel: 'post',
      signed: true,
      respondentUnit: 'HQ-SM',
    });
    await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
    await page.context().close();
  });

  it('lets go on where the code was handed over', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await send(page);
    await page.getByRole('link', { name: 'Hãy nhập họ và tên' }).waitFor();
    await page.getByLabel('Doanh nghiệp', { exact: true }).check();
    await page.getByRole('link', { name: 'Hãy nhập tên doanh nghiệp, tổ chức' }).waitFor();
    await fill(page);
    await send(page);
    await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
    await page.getByLabel('Đã trao mã tra cứu cho người gửi đơn').check();
    await page.getByRole('link', { name: 'Trang công khai' }).click();
    await page.getByRole('heading', { name: /Gửi khiếu nại, tố cáo/ }).waitFor();
    await page.context().close();
  });

  it('puts the focus on what is wrong, with links to the fields', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await page.getByLabel('Ngày nhận').fill('31/02/2024');
    await send(page);
    const summary = page.getByRole('alert').filter({ hasText: 'mục cần sửa' });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    await summary.getByRole('link', { name: 'Ngày nhận: không có ngày 31/02/2024' }).click();
    expect(await page.getByLabel('Ngày nhận').evaluate((e) => e.matches(':focus'))).toBe(true);
    await page.context().close();
  });

  it('names each field that is wrong, and a scan that was refused among them', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await fill(page);
    await page.getByLabel('Ngày ghi trên đơn').fill('01/01/2999');
    await page.getByLabel('Tên doanh nghiệp').fill('x'.repeat(201));
    await page.locator('input[type=file]').setInputFiles({ ...pdf('x'), mimeType: 'text/plain' });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    await send(page);
    const summary = page.getByRole('alert').filter({ hasText: 'còn 3 mục cần sửa' });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    for (const name of ['Ngày ghi trên đơn không được', 'Tên doanh nghiệp, tổ chức dài quá 200'])
      await summary.getByRole('link', { name }).waitFor();
    await summary.getByRole('link', { name: 'Bản quét của đơn: Chỉ nhận tệp' }).click();
    expect(await page.locator('input[type=file]').evaluate((e) => e.matches(':focus'))).toBe(true);
    expect(sent).not.toContain('POST');
    await page.getByRole('button', { name: 'Bỏ tệp' }).click();
    await page.getByLabel('Ngày ghi trên đơn').fill('');
    await page.getByLabel('Tên doanh nghiệp').fill('Công ty TNHH Nước Trong');
    await send(page);
    await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
    await page.context().close();
  });

  it('keeps everything when the server refuses a field, and says it there', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    await fill(page);
    await page.route('**/petitions', (route) => route.fulfill(BROKEN_NAME), { times: 1 });
    await send(page);
    await page.getByRole('link', { name: 'Tên doanh nghiệp, tổ chức: Có ký tự hỏng.' }).waitFor();
    expect(await page.getByLabel('Tên doanh nghiệp').inputValue()).toBe('Công ty TNHH Nước Trong');
    expect(await page.getByLabel('Tên doanh nghiệp').getAttribute('aria-invalid')).toBe('true');
    await send(page);
    await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
    await page.context().close();
  });

  it('says clearly which files it does not take', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ ...pdf('x'), mimeType: 'text/plain' });
    await page.getByText('Chỉ nhận tệp PDF, PNG hoặc JPEG').waitFor();
    // By its path: 20 MB through the wire of the browser's protocol take half a minute.
    await file.setInputFiles(await sparePdf(20 * 1024 * 1024 + 1));
    await page.getByText('Tệp lớn hơn 20 MB').waitFor();
    await file.setInputFiles(pdf('MZ-not-a-pdf'));
    await page.getByText('Nội dung tệp không đúng loại').waitFor();
    await file.setInputFiles(pdf(`%PDF-1.7\n${'x'.repeat(20)}\nstartxref\n0\n%%EOF`));
    await page.getByText(/Đã niêm phong: PDF/).waitFor();
    await page.context().close();
  });

  it('shows nothing more after signing out', async () => {
    const number = await new Matters(product).registered();
    const page = await product.open(`/ho-so/${number}`, 'giang');
    await page.getByText('máy lọc nước').first().waitFor();
    await page.getByRole('button', { name: /Tài khoản/ }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: /Gửi khiếu nại, tố cáo/ }).waitFor();
    await page.goBack();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('máy lọc nước').count()).toBe(0);
    await page.context().close();
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { computeDeadline } from '@minh-bach/rules';
import { dayMonthYear } from '../i18n/dates.ts';
import { makeReceiptCode } from '../public/receipt-code.ts';
import { violations } from './axe.ts';
import { Product, WIDTHS } from './product.ts';
import { receipted, track } from './tracking.ts';

describeWith('chromium', 'what visitors do', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  it('track on the first page, and keep what they are told in the other language', async () => {
    const { number, code } = await receipted(product);
    const page = await product.open('/', undefined, WIDTHS.phone);
    await track(page, code, 'Chậm nhất:');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What comes next' }).waitFor();
    await page.getByText(number).first().waitFor();
    expect(page.url()).toBe(`${product.origin}/en`);
    expect(await violations(page)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('track without a script, and are told what is wrong with a code', async () => {
    const { number, code } = await receipted(product);
    const context = await product.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(product.origin);
    const submit = async (typed: string) => {
      await page.getByLabel('Mã tra cứu').fill(typed);
      await page.getByRole('button', { name: 'Tra cứu' }).click();
    };
    await submit('abcd-efgh');
    await page.getByText('Còn thiếu 20 ký tự').waitFor();
    expect(await page.getByLabel('Mã tra cứu').inputValue()).toBe('abcd-efgh');
    await submit(makeReceiptCode());
    await page.getByText('Không có đơn nào với mã này').waitFor();
    for (let tries = 0; tries < 50 && (await page.getByText(number).count()) === 0; tries += 1) {
      await page.goto(`${product.origin}/tra-cuu`);
      await submit(code);
    }
    await page.getByText(number).first().waitFor();
    expect(await page.content()).not.toContain(code);
    expect(page.url()).toBe(`${product.origin}/tra-cuu`);
    await page.getByRole('link', { name: 'Xóa khỏi màn hình' }).click();
    expect(await page.getByLabel('Mã tra cứu').inputValue()).toBe('');
    await context.close();
  });

  it('learn the latest day of each step without a script, as staff are told it', async () => {
    const viewport = { width: WIDTHS.phone, height: 800 };
    const context = await product.browser.newContext({ javaScriptEnabled: false, viewport });
    const page = await context.newPage();
    await page.goto(`${product.origin}/thoi-han`);
    await page.getByLabel('Khiếu nại lần đầu').check();
    await page.getByLabel('Ngày', { exact: true }).fill('27/11/2025');
    await page.getByRole('button', { name: 'Xem thời hạn' }).click();
    const { due, source } = computeDeadline({ rule: 'KN1.ACCEPT', trigger: '2025-11-27' });
    await page.getByText(dayMonthYear(due)).first().waitFor();
    await page.getByText(source.law).first().waitFor();
    await page.getByText('Vì sao là ngày này?').first().click();
    expect(await violations(await scripted(page.url()))).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('You are told whether it is accepted').waitFor();
    expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('27/11/2025');
    await context.close();
  });

  const scripted = (url: string) => product.open(url.slice(product.origin.length));

  it('are told what is wrong with a day, beside it, and nothing they typed is run', async () => {
    const page = await product.open('/thoi-han?loai=complaint&ngay=%22%3E%3Cscript%3E%24%26');
    await page.getByText('Nhập ngày/tháng/năm').waitFor();
    expect(await page.locator('#day').inputValue()).toBe('"><script>$&');
    expect(await page.locator('#day').getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('compose a report question by question, and leave nothing behind', async () => {
    const page = await product.open('/gui-don/to-cao', undefined, WIDTHS.phone);
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
    await page.getByLabel('Cơ quan nhận đơn').fill('Chi cục Hải quan khu vực Minh Họa');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tố cáo ai?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Người bị tố cáo').fill('Một người của đội');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Whom do you report?' }).waitFor();
    expect(await page.getByLabel('Person reported').inputValue()).toBe('Một người của đội');
    for (const name of ['Next', 'Next', 'Next', 'Check your answers'])
      await page.getByRole('button', { name }).click();
    await page.getByText('The law asks for these').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('ĐƠN TỐ CÁO').waitFor();
    expect(await page.getByRole('button', { name: 'Print to sign' }).isVisible()).toBe(false);
    expect(await page.getByRole('contentinfo').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Leave quickly' }).click();
    await page.waitForURL('about:blank');
    await page.goto(`${product.origin}/gui-don/to-cao`);
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
    expect(await page.getByLabel('Cơ quan nhận đơn').inputValue()).toBe('');
    await page.context().close();
  });
});

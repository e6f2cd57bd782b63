import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { dayMonthYear } from '../i18n/dates.ts';
import { makeReceiptCode } from '../public/receipt-code.ts';
import type { Matter } from '../api/types.ts';
import { violations } from './axe.ts';
import { daysAgo, Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';
import { denounced, enter, field, hasFocus, receipted, track } from './tracking.ts';

const alert = (page: Page) => page.getByRole('alert');
const size = (page: Page, selector: string, name: 'fontSize' | 'lineHeight') =>
  page.evaluate<number>(
    `parseFloat(getComputedStyle(document.querySelector('${selector}')).${name})`,
  );

async function holds(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(page.viewportSize()!.width);
}

describeWith('chromium', 'tracking', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 300_000);
  afterAll(() => product?.close());

  it.each([WIDTHS.phone, WIDTHS.desktop])(
    'says, %i wide, by which day the answer comes, the very one of the case page, and why',
    async (width) => {
      const { number, code } = await receipted(product);
      const page = await product.open('/tra-cuu', undefined, width);
      await track(page, code, 'Chậm nhất:');
      expect(await hasFocus(page, 'section h2')).toBe(true);
      expect(page.url()).toBe(`${product.origin}/tra-cuu`);
      const staff = await (await product.as('binh')).get<Matter>(`/matters/${number}`);
      const due = staff.triage?.clocks.find(({ rule }) => rule.startsWith('KN1.ACCEPT'));
      await page.getByText(dayMonthYear(due!.due)).first().waitFor();
      await page.getByText('Hải quan cửa khẩu Sông Mây').first().waitFor();
      await page.getByText('Vì sao là ngày này?').click();
      await page.getByText(`Căn cứ: ${due!.law}`).waitFor();
      await holds(page);
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'What comes next' }).waitFor();
      await page.waitForURL(`${product.origin}/en/track`);
      await holds(page);
      await page.context().close();
    },
  );

  it('says that it is late, and to whom one may turn', async () => {
    const { code } = await receipted(product, { receivedOn: daysAgo(25) });
    const page = await product.open('/tra-cuu', undefined, WIDTHS.phone);
    await track(page, code, 'Quá hạn');
    await page.getByText('báo việc chậm trễ đến').waitFor();
    await holds(page);
    await page.context().close();
  });

  it.each([WIDTHS.phone, WIDTHS.desktop])(
    'lets the sender, %i wide, ask to withdraw, and the file says so',
    async (width) => {
      const { number, code } = await receipted(product);
      const page = await product.open('/tra-cuu', undefined, width);
      await track(page, code, 'Chậm nhất:');
      await page.getByText('Yêu cầu rút khiếu nại').click();
      await page.getByLabel('Một phần').check();
      await page.getByLabel(/^Phần muốn rút/).fill('Phần về tiền chậm nộp');
      await holds(page);
      await page.getByRole('button', { name: 'Gửi yêu cầu rút' }).click();
      await page.getByText('Ông/bà đã yêu cầu rút khiếu nại ngày').waitFor();
      await holds(page);
      const file = await product.open(`/ho-so/${number}`, 'giang', width);
      await file.getByText('Phần về tiền chậm nộp').first().waitFor();
      await holds(file);
      await Promise.all([page, file].map((one) => one.context().close()));
    },
  );

  it('says what comes after acceptance', async () => {
    const { number, code } = await receipted(product);
    await new Matters(product).accepted(number);
    const page = await product.open('/tra-cuu');
    await track(page, code, 'ra quyết định giải quyết');
    await page.getByText('Đã thụ lý (nhận giải quyết) ngày').waitFor();
    await page.context().close();
  });

  it('T1: tells of a denunciation state and day, no unit and no word of what it is; one leaves quickly', async () => {
    const { number, code } = await denounced(product);
    const page = await product.open('/tra-cuu', undefined, WIDTHS.phone);
    await track(page, code, number);
    await page.getByText('Danh tính của ông/bà được giữ bí mật').waitFor();
    const said = (await page.locator('main').textContent()) ?? '';
    for (const secret of ['Hải quan', 'Tố cáo', 'tố cáo', 'Chậm nhất'])
      expect(said).not.toContain(secret);
    await holds(page);
    await page.getByRole('button', { name: 'Thoát nhanh' }).click();
    await page.waitForURL('about:blank');
    await page.goBack().catch(() => null);
    expect(await page.getByText(number).count()).toBe(0);
    await page.context().close();
  });

  it('says of a code what is wrong with it, aloud and beside the field', async () => {
    const page = await product.open('/tra-cuu');
    const faults = [
      ['', 'Hãy nhập mã tra cứu'],
      ['abcd-efgh', 'Còn thiếu 20 ký tự (đã nhập 8/28)'],
      ['A'.repeat(30), 'Thừa 2 ký tự (đã nhập 30/28)'],
      ['ABCÝ', 'Ký tự “Ý” không có trong mã. Hãy tắt bộ gõ tiếng Việt'],
      ['ABC0', '0, O, 1, I, L'],
      ['D26-48301725-4', 'Đây là số đơn'],
    ] as const;
    for (const [typed, told] of faults) {
      await enter(page, typed);
      await alert(page).filter({ hasText: told }).waitFor();
      expect(await hasFocus(page, 'textarea')).toBe(true);
    }
    await holds(page);
    await enter(page, makeReceiptCode());
    await alert(page).filter({ hasText: 'Không có đơn nào với mã này' }).waitFor();
    const main = (await page.locator('main').textContent()) ?? '';
    expect(main).not.toContain('RECEIPT_CODE_WRONG');
    await page.context().close();
  });

  it('takes a code as it comes from paper and messages, shows all of it, and is left clean', async () => {
    const { number, code } = await receipted(product);
    const page = await product.open('/tra-cuu', undefined, WIDTHS.phone);
    await field(page).fill(code.replaceAll('-', ' - '));
    const hidden = await page.evaluate<number>(
      `(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight))(document.querySelector('textarea'))`,
    );
    expect(hidden).toBeLessThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.getByText(number).waitFor();
    await page.getByRole('button', { name: 'Xóa khỏi màn hình' }).click();
    expect(await hasFocus(page, 'textarea')).toBe(true);
    expect(await field(page).inputValue()).toBe('');
    await page.context().close();
  });

  it('begins at the head of the page, and has a way past it', async () => {
    const page = await product.open('/tra-cuu');
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Đến nội dung chính' }).press('Enter');
    expect(await hasFocus(page, 'main')).toBe(true);
    await page.context().close();
  });

  it('grows with the letters of the browser, and is darker where more contrast is asked for', async () => {
    const page = await product.open('/tra-cuu');
    const parts = ['h1', 'main p', 'main label', 'main button', 'textarea'];
    const sizes = () =>
      Promise.all(
        parts.flatMap((part) => [size(page, part, 'fontSize'), size(page, part, 'lineHeight')]),
      );
    const before = await sizes();
    await page.evaluate("void (document.documentElement.style.fontSize = '200%')");
    expect(await sizes()).toEqual(before.map((each) => each * 2));
    const ink = () => page.evaluate("getComputedStyle(document.querySelector('main p')).color");
    const muted = await ink();
    await page.emulateMedia({ contrast: 'more' });
    expect(await ink()).not.toBe(muted);
    await holds(page);
    await page.context().close();
  });

  it('tells when and for what their identity was opened, by no name', async () => {
    const { number, code } = await receipted(product);
    const path = `/intake/petitions/${number}/identity-disclosures`;
    await (await product.as('dung')).post(path, { purpose: 'contact-sender' });
    for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
      const page = await product.open('/tra-cuu', undefined, width);
      await track(page, code, 'để liên hệ với ông/bà');
      const told = page.locator('section').filter({ hasText: 'Ai đã mở danh tính' });
      expect(await told.innerText()).toContain('Đơn vị đang giữ đơn');
      expect(await told.innerText()).not.toContain('Dung');
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('prints whose page it is and when, and no buttons', async () => {
    const { code } = await receipted(product);
    const page = await product.open('/tra-cuu');
    await track(page, code, 'Chậm nhất:');
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/Minh Bạch · .*\/tra-cuu · In lúc \d\d:\d\d ngày/).waitFor();
    for (const name of ['In trang này', 'Xóa khỏi màn hình'])
      expect(await page.getByRole('button', { name }).isVisible()).toBe(false);
    await page.context().close();
  });
});
